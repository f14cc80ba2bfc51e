//! `wasmpay:manager/decisions@0.1.0` as Rust types, with their canonical-ABI layout.
//!
//! A user of this module also declares `mod cabi`.
#![allow(dead_code)]

use crate::cabi;

#[derive(Debug, PartialEq)]
pub struct Step {
    pub validator: String,
    pub language: String,
    pub size: u64,
    pub harness: String,
    pub approved: bool,
    pub reason: String,
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub approved: bool,
    pub reason: String,
    pub steps: Vec<Step>,
}

/// Bytes of a step: two strings, a `u64`, a string, a flag and a string.
const STEP_SIZE: usize = 48;
const STEP_ALIGN: usize = 8;
/// Bytes of an outcome: a flag, a string and a list.
pub const OUTCOME_SIZE: usize = 20;
pub const OUTCOME_ALIGN: usize = 4;

impl Step {
    unsafe fn load(base: *const u8) -> Step {
        Step {
            validator: cabi::load_string(base, 0),
            language: cabi::load_string(base, 8),
            size: (base.add(16) as *const u64).read(),
            harness: cabi::load_string(base, 24),
            approved: *base.add(32) != 0,
            reason: cabi::load_string(base, 36),
        }
    }

    unsafe fn store(self, base: *mut u8) {
        cabi::store_bytes(base, 0, self.validator.into_bytes());
        cabi::store_bytes(base, 8, self.language.into_bytes());
        (base.add(16) as *mut u64).write(self.size);
        cabi::store_bytes(base, 24, self.harness.into_bytes());
        *base.add(32) = self.approved as u8;
        cabi::store_bytes(base, 36, self.reason.into_bytes());
    }
}

impl Outcome {
    pub unsafe fn load(base: *const u8) -> Outcome {
        let (list, count) = (cabi::load_pointer(base, 12), cabi::load_u32(base, 16) as usize);
        let steps = (0..count).map(|i| Step::load(list.add(STEP_SIZE * i))).collect();
        cabi::free(list, STEP_SIZE * count, STEP_ALIGN);
        Outcome { approved: *base != 0, reason: cabi::load_string(base, 4), steps }
    }

    /// Leaves the outcome in memory for the host; [`free_outcome`] is its post-return.
    pub unsafe fn leak(self) -> *mut u8 {
        let base = cabi::cabi_realloc(std::ptr::null_mut(), 0, OUTCOME_ALIGN, OUTCOME_SIZE);
        base.write_bytes(0, OUTCOME_SIZE);
        *base = self.approved as u8;
        cabi::store_bytes(base, 4, self.reason.into_bytes());
        let count = self.steps.len();
        let list = cabi::cabi_realloc(std::ptr::null_mut(), 0, STEP_ALIGN, STEP_SIZE * count);
        for (i, step) in self.steps.into_iter().enumerate() {
            step.store(list.add(STEP_SIZE * i));
        }
        cabi::store_u32(base, 12, list as usize as u32);
        cabi::store_u32(base, 16, count as u32);
        base
    }
}

pub unsafe fn free_outcome(base: *mut u8) {
    drop(Outcome::load(base));
    cabi::free(base, OUTCOME_SIZE, OUTCOME_ALIGN);
}
