//! `wasmpay:platform/validation@0.1.0` as Rust types, with their canonical-ABI layout.
//!
//! A user of this module also declares `mod cabi`.
#![allow(dead_code)]

use crate::cabi;

pub struct Bank {
    pub id: String,
    pub code: String,
    pub country: String,
    pub currency: String,
    pub name: String,
}

pub struct Transaction {
    pub origin: Bank,
    pub destination: Bank,
    pub amount: i64,
    pub currency: String,
    pub status: String,
    pub reason: String,
}

pub struct ValidateResponse {
    pub approved: bool,
    pub reason: Option<String>,
}

impl ValidateResponse {
    pub fn approve() -> Self {
        ValidateResponse { approved: true, reason: None }
    }

    pub fn refuse(reason: String) -> Self {
        ValidateResponse { approved: false, reason: Some(reason) }
    }
}

/// Bytes a transaction takes in memory: two banks of five strings, an `s64` and three strings.
pub const TRANSACTION_SIZE: usize = 112;
pub const TRANSACTION_ALIGN: usize = 8;
/// Bytes a response takes: the flag, the option's case, and a string.
pub const RESPONSE_SIZE: usize = 16;
pub const RESPONSE_ALIGN: usize = 4;

impl Bank {
    unsafe fn load(base: *const u8, at: usize) -> Bank {
        Bank {
            id: cabi::load_string(base, at),
            code: cabi::load_string(base, at + 8),
            country: cabi::load_string(base, at + 16),
            currency: cabi::load_string(base, at + 24),
            name: cabi::load_string(base, at + 32),
        }
    }

    /// Writes pointers into this bank's own strings: good for as long as the bank lives.
    unsafe fn store_borrowed(&self, base: *mut u8, at: usize) {
        for (i, s) in [&self.id, &self.code, &self.country, &self.currency, &self.name].iter().enumerate() {
            store_borrowed(s, base, at + 8 * i);
        }
    }
}

unsafe fn store_borrowed(s: &str, base: *mut u8, at: usize) {
    cabi::store_u32(base, at, s.as_ptr() as usize as u32);
    cabi::store_u32(base, at + 4, s.len() as u32);
}

impl Transaction {
    /// Takes ownership of the strings of the transaction at `base` (not of the record itself).
    pub unsafe fn load(base: *const u8) -> Transaction {
        Transaction {
            origin: Bank::load(base, 0),
            destination: Bank::load(base, 40),
            amount: (base.add(80) as *const i64).read(),
            currency: cabi::load_string(base, 88),
            status: cabi::load_string(base, 96),
            reason: cabi::load_string(base, 104),
        }
    }

    /// Lays the transaction out for a call of an import, pointing into its own strings.
    pub unsafe fn store_borrowed(&self, base: *mut u8) {
        self.origin.store_borrowed(base, 0);
        self.destination.store_borrowed(base, 40);
        (base.add(80) as *mut i64).write(self.amount);
        store_borrowed(&self.currency, base, 88);
        store_borrowed(&self.status, base, 96);
        store_borrowed(&self.reason, base, 104);
    }
}

impl ValidateResponse {
    pub unsafe fn load(base: *const u8) -> ValidateResponse {
        ValidateResponse {
            approved: *base != 0,
            reason: if *base.add(4) != 0 { Some(cabi::load_string(base, 8)) } else { None },
        }
    }

    /// Leaves the response in memory for the host; [`free_response`] is its post-return.
    pub unsafe fn leak(self) -> *mut u8 {
        let base = cabi::cabi_realloc(std::ptr::null_mut(), 0, RESPONSE_ALIGN, RESPONSE_SIZE);
        base.write_bytes(0, RESPONSE_SIZE);
        *base = self.approved as u8;
        if let Some(reason) = self.reason {
            *base.add(4) = 1;
            cabi::store_bytes(base, 8, reason.into_bytes());
        }
        base
    }
}

pub unsafe fn free_response(base: *mut u8) {
    if *base.add(4) != 0 {
        cabi::free_bytes_at(base, 8);
    }
    cabi::free(base, RESPONSE_SIZE, RESPONSE_ALIGN);
}

/// Serves the export `validate` from a function of Rust types.
pub unsafe fn serve(arguments: *mut u8, validate: impl FnOnce(Transaction) -> ValidateResponse) -> *mut u8 {
    let transaction = Transaction::load(arguments);
    cabi::free(arguments, TRANSACTION_SIZE, TRANSACTION_ALIGN);
    validate(transaction).leak()
}
