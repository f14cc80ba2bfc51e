//! What a guest does to use up its host.
//!
//! A user of this module also declares `mod cabi` and `mod streams`.

use crate::streams::OutputStream;

/// Zero, but the compiler cannot know.
fn zero() -> u32 {
    static ZERO: u32 = 0;
    unsafe { std::ptr::read_volatile(&ZERO) }
}

pub fn run_for_ever() {
    while zero() == 0 {}
}

/// Takes memory, and writes to every page of it, until there is no more.
pub fn allocate() {
    let mut blocks = Vec::new();
    loop {
        let mut block: Vec<u8> = Vec::with_capacity(1 << 20);
        for page in (0..block.capacity()).step_by(4 << 10) {
            unsafe { block.as_mut_ptr().add(page).write_volatile(1) };
        }
        blocks.push(block);
    }
}

/// Exhausts the host's stack before the guest's own, which it does not use.
pub fn recurse(depth: u32) -> u32 {
    if zero() != 0 {
        return depth;
    }
    recurse(depth + 1).rotate_left(1) ^ depth
}

/// Writes so much to standard error.
pub fn flood(bytes: u64) {
    let stderr = OutputStream::from_raw(unsafe { get_stderr() });
    let line = "flood ".repeat(170) + "\n";
    for _ in 0..bytes / line.len() as u64 {
        if stderr.write(line.as_bytes()).is_err() {
            return;
        }
    }
}

#[link(wasm_import_module = "wasi:cli/stderr@0.2.3")]
extern "C" {
    #[link_name = "get-stderr"]
    fn get_stderr() -> u32;
}
