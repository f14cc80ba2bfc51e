//! `wasi:cli/environment` as Rust types: what a component was told by whoever composed or hosts it.
//!
//! A user of this module also declares `mod cabi` and `mod streams`.

use crate::cabi;
use crate::streams::ResultArea;

/// The value of a variable; empty if there is none.
pub fn variable(name: &str) -> String {
    variables().into_iter().find(|(known, _)| known == name).map_or_else(String::new, |(_, value)| value)
}

fn variables() -> Vec<(String, String)> {
    let mut area = ResultArea::new();
    unsafe {
        get_environment(area.at());
        let (list, count) = (area.u32(0) as usize as *mut u8, area.u32(4) as usize);
        let all = (0..count)
            .map(|i| (cabi::load_string(list, 16 * i), cabi::load_string(list, 16 * i + 8)))
            .collect();
        cabi::free(list, 16 * count, 4);
        all
    }
}

#[link(wasm_import_module = "wasi:cli/environment@0.2.3")]
extern "C" {
    #[link_name = "get-environment"]
    fn get_environment(result: *mut u8);
}
