//! `wasi:keyvalue/store` as Rust types.
//!
//! A user of this module also declares `mod cabi` and `mod streams`.
#![allow(dead_code)]

use crate::streams::ResultArea;

pub struct Bucket(u32);

impl Bucket {
    pub fn open(name: &str) -> Result<Bucket, String> {
        let mut area = ResultArea::new();
        unsafe { open(name.as_ptr(), name.len(), area.at()) };
        if area.byte(0) == 0 {
            Ok(Bucket(area.u32(4)))
        } else {
            Err(error(&area))
        }
    }

    pub fn set(&self, key: &str, value: &[u8]) -> Result<(), String> {
        let mut area = ResultArea::new();
        unsafe { set(self.0, key.as_ptr(), key.len(), value.as_ptr(), value.len(), area.at()) };
        if area.byte(0) == 0 {
            Ok(())
        } else {
            Err(error(&area))
        }
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        unsafe { drop_bucket(self.0) }
    }
}

/// The `error` at 4.
fn error(area: &ResultArea) -> String {
    match area.byte(4) {
        0 => "no-such-store".to_string(),
        1 => "access-denied".to_string(),
        _ => area.string(8),
    }
}

#[link(wasm_import_module = "wasi:keyvalue/store@0.2.0-draft")]
extern "C" {
    fn open(name: *const u8, len: usize, result: *mut u8);
    #[link_name = "[method]bucket.set"]
    fn set(bucket: u32, key: *const u8, key_len: usize, value: *const u8, len: usize, result: *mut u8);
    #[link_name = "[resource-drop]bucket"]
    fn drop_bucket(bucket: u32);
}
