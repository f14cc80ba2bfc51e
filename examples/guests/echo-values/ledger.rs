//! Memory of one call: what the host writes arguments to, and what it reads results from. Everything is freed at
//! once when the call is over, so that values can go in and out without being understood.

use std::alloc::{alloc, dealloc, handle_alloc_error, realloc, Layout};

static mut BLOCKS: Vec<(*mut u8, Layout)> = Vec::new();

fn layout(size: usize, align: usize) -> Layout {
    Layout::from_size_align(size, align).expect("a size and alignment the ABI allows")
}

#[export_name = "cabi_realloc"]
pub unsafe extern "C" fn cabi_realloc(old: *mut u8, old_size: usize, align: usize, new_size: usize) -> *mut u8 {
    if new_size == 0 {
        return align as *mut u8;
    }
    let layout = layout(new_size, align);
    let at = if old_size == 0 {
        alloc(layout)
    } else {
        let entry = BLOCKS.iter().position(|(at, _)| *at == old).expect("a block of this call");
        let (_, old_layout) = BLOCKS.swap_remove(entry);
        realloc(old, old_layout, new_size)
    };
    if at.is_null() {
        handle_alloc_error(layout);
    }
    BLOCKS.push((at, layout));
    at
}

/// Zeroed memory for a result.
pub unsafe fn area(size: usize) -> *mut u8 {
    let at = cabi_realloc(std::ptr::null_mut(), 0, 8, size);
    at.write_bytes(0, size);
    at
}

/// Ends the call.
pub unsafe fn free_all() {
    for (at, layout) in BLOCKS.drain(..) {
        dealloc(at, layout);
    }
}
