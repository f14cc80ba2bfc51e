//! The guest's side of the canonical ABI, by hand: the allocator the host calls, and reading and
//! writing values in linear memory at the offsets the ABI gives them.
//!
//! Used with `#[path] mod cabi;`, so a guest needs no crate and no generator.
#![allow(dead_code)]

use std::alloc::{alloc, dealloc, handle_alloc_error, realloc, Layout};

fn layout(size: usize, align: usize) -> Layout {
    Layout::from_size_align(size, align).expect("a size and alignment the ABI allows")
}

/// The `realloc` option of every lift and lower: the host puts arguments and results here.
#[export_name = "cabi_realloc"]
pub unsafe extern "C" fn cabi_realloc(old: *mut u8, old_size: usize, align: usize, new_size: usize) -> *mut u8 {
    if new_size == 0 {
        return align as *mut u8;
    }
    let at = if old_size == 0 {
        alloc(layout(new_size, align))
    } else {
        realloc(old, layout(old_size, align), new_size)
    };
    if at.is_null() {
        handle_alloc_error(layout(new_size, align));
    }
    at
}

/// Gives back a block that `cabi_realloc` or [`leak_bytes`] handed out.
pub unsafe fn free(at: *mut u8, size: usize, align: usize) {
    if size != 0 {
        dealloc(at, layout(size, align));
    }
}

/// Takes ownership of the bytes the host wrote through `cabi_realloc`.
pub unsafe fn take_bytes(at: *mut u8, len: usize) -> Vec<u8> {
    if len == 0 {
        return Vec::new();
    }
    Vec::from_raw_parts(at, len, len)
}

/// Takes ownership of a string; the ABI has checked that it is UTF-8.
pub unsafe fn take_string(at: *mut u8, len: usize) -> String {
    String::from_utf8_unchecked(take_bytes(at, len))
}

/// Leaves bytes in memory for the host to read: a post-return function frees them.
pub fn leak_bytes(bytes: Vec<u8>) -> (*mut u8, usize) {
    let boxed = bytes.into_boxed_slice();
    let len = boxed.len();
    (Box::into_raw(boxed) as *mut u8, len)
}

/// Reads a `u32` (or a pointer, or a handle) at `base + offset`.
pub unsafe fn load_u32(base: *const u8, offset: usize) -> u32 {
    (base.add(offset) as *const u32).read()
}

pub unsafe fn load_pointer(base: *const u8, offset: usize) -> *mut u8 {
    load_u32(base, offset) as usize as *mut u8
}

/// Takes ownership of the string whose pointer and length are at `base + offset`.
pub unsafe fn load_string(base: *const u8, offset: usize) -> String {
    take_string(load_pointer(base, offset), load_u32(base, offset + 4) as usize)
}

pub unsafe fn store_u32(base: *mut u8, offset: usize, value: u32) {
    (base.add(offset) as *mut u32).write(value)
}

/// Writes the pointer and length of a leaked copy of `bytes` at `base + offset`.
pub unsafe fn store_bytes(base: *mut u8, offset: usize, bytes: Vec<u8>) {
    let (at, len) = leak_bytes(bytes);
    store_u32(base, offset, at as usize as u32);
    store_u32(base, offset + 4, len as u32);
}

/// Frees the block whose pointer and length (of one-byte elements) are at `base + offset`.
pub unsafe fn free_bytes_at(base: *const u8, offset: usize) {
    free(load_pointer(base, offset), load_u32(base, offset + 4) as usize, 1);
}
