//! Gives back what it is given, over every kind of type: what passes through here has been through lowering of
//! parameters and lifting of results.
//!
//! Values are not understood: the words that a parameter is passed as are put where the ABI has a result in memory.

mod counter;
mod ledger;

use ledger::area;

/// A value of one core type, which is passed and returned as it is.
macro_rules! scalar {
    ($function:ident, $core:ty, $name:literal) => {
        #[export_name = $name]
        pub extern "C" fn $function(value: $core) -> $core {
            value
        }
    };
}

/// Parameters that are put in memory, each at its offset and as its type there.
macro_rules! stored {
    ($function:ident, $name:literal, $post:literal, $post_function:ident, $size:literal,
     $($parameter:ident: $core:ty => $offset:literal as $stored:ty),+) => {
        #[export_name = $name]
        pub unsafe extern "C" fn $function($($parameter: $core),+) -> *mut u8 {
            let result = area($size);
            $((result.add($offset) as *mut $stored).write($parameter as $stored);)+
            result
        }

        #[export_name = $post]
        pub unsafe extern "C" fn $post_function(_result: *mut u8) {
            ledger::free_all();
        }
    };
}

/// A string or list: where it is and how many.
macro_rules! sequence {
    ($function:ident, $name:literal, $post:literal, $post_function:ident) => {
        stored!($function, $name, $post, $post_function, 8, at: u32 => 0 as u32, len: u32 => 4 as u32);
    };
}

#[export_name = "belay:guests/values@0.1.0#nothing"]
pub extern "C" fn nothing() {}

scalar!(echo_bool, u32, "belay:guests/values@0.1.0#echo-bool");
scalar!(echo_u8, u32, "belay:guests/values@0.1.0#echo-u8");
scalar!(echo_u16, u32, "belay:guests/values@0.1.0#echo-u16");
scalar!(echo_u32, u32, "belay:guests/values@0.1.0#echo-u32");
scalar!(echo_u64, u64, "belay:guests/values@0.1.0#echo-u64");
scalar!(echo_s8, i32, "belay:guests/values@0.1.0#echo-s8");
scalar!(echo_s16, i32, "belay:guests/values@0.1.0#echo-s16");
scalar!(echo_s32, i32, "belay:guests/values@0.1.0#echo-s32");
scalar!(echo_s64, i64, "belay:guests/values@0.1.0#echo-s64");
scalar!(echo_f32, f32, "belay:guests/values@0.1.0#echo-f32");
scalar!(echo_f64, f64, "belay:guests/values@0.1.0#echo-f64");
scalar!(echo_char, u32, "belay:guests/values@0.1.0#echo-char");
scalar!(echo_color, u32, "belay:guests/values@0.1.0#echo-color");
scalar!(echo_permissions, u32, "belay:guests/values@0.1.0#echo-permissions");
scalar!(echo_months, u32, "belay:guests/values@0.1.0#echo-months");
scalar!(echo_bits, u32, "belay:guests/values@0.1.0#echo-bits");
scalar!(echo_result_empty, u32, "belay:guests/values@0.1.0#echo-result-empty");

sequence!(echo_string, "belay:guests/values@0.1.0#echo-string", "cabi_post_belay:guests/values@0.1.0#echo-string", post_string);
sequence!(echo_bytes, "belay:guests/values@0.1.0#echo-bytes", "cabi_post_belay:guests/values@0.1.0#echo-bytes", post_bytes);
sequence!(echo_bools, "belay:guests/values@0.1.0#echo-bools", "cabi_post_belay:guests/values@0.1.0#echo-bools", post_bools);
sequence!(echo_u16s, "belay:guests/values@0.1.0#echo-u16s", "cabi_post_belay:guests/values@0.1.0#echo-u16s", post_u16s);
sequence!(echo_s64s, "belay:guests/values@0.1.0#echo-s64s", "cabi_post_belay:guests/values@0.1.0#echo-s64s", post_s64s);
sequence!(echo_f64s, "belay:guests/values@0.1.0#echo-f64s", "cabi_post_belay:guests/values@0.1.0#echo-f64s", post_f64s);
sequence!(echo_chars, "belay:guests/values@0.1.0#echo-chars", "cabi_post_belay:guests/values@0.1.0#echo-chars", post_chars);
sequence!(echo_strings, "belay:guests/values@0.1.0#echo-strings", "cabi_post_belay:guests/values@0.1.0#echo-strings", post_strings);
sequence!(echo_nested, "belay:guests/values@0.1.0#echo-nested", "cabi_post_belay:guests/values@0.1.0#echo-nested", post_nested);
sequence!(echo_pairs, "belay:guests/values@0.1.0#echo-pairs", "cabi_post_belay:guests/values@0.1.0#echo-pairs", post_pairs);
sequence!(echo_people, "belay:guests/values@0.1.0#echo-people", "cabi_post_belay:guests/values@0.1.0#echo-people", post_people);
sequence!(echo_shapes, "belay:guests/values@0.1.0#echo-shapes", "cabi_post_belay:guests/values@0.1.0#echo-shapes", post_shapes);
sequence!(echo_counters, "belay:guests/values@0.1.0#echo-counters", "cabi_post_belay:guests/values@0.1.0#echo-counters", post_counters);

stored!(
    echo_tuple, "belay:guests/values@0.1.0#echo-tuple", "cabi_post_belay:guests/values@0.1.0#echo-tuple", post_tuple, 24,
    a: u32 => 0 as u8, b: i64 => 8 as i64, at: u32 => 16 as u32, len: u32 => 20 as u32
);
stored!(
    echo_person, "belay:guests/values@0.1.0#echo-person", "cabi_post_belay:guests/values@0.1.0#echo-person", post_person, 40,
    name: u32 => 0 as u32, name_len: u32 => 4 as u32, age: u32 => 8 as u8, scores: u32 => 12 as u32, scores_len: u32 => 16 as u32, active: u32 => 20 as u8, height: f32 => 24 as f32, some: u32 => 28 as u8, email: u32 => 32 as u32, email_len: u32 => 36 as u32
);
stored!(
    echo_option, "belay:guests/values@0.1.0#echo-option", "cabi_post_belay:guests/values@0.1.0#echo-option", post_option, 8,
    some: u32 => 0 as u8, value: u32 => 4 as u32
);
stored!(
    echo_option_string, "belay:guests/values@0.1.0#echo-option-string", "cabi_post_belay:guests/values@0.1.0#echo-option-string", post_option_string, 12,
    some: u32 => 0 as u8, at: u32 => 4 as u32, len: u32 => 8 as u32
);
stored!(
    echo_option_option, "belay:guests/values@0.1.0#echo-option-option", "cabi_post_belay:guests/values@0.1.0#echo-option-option", post_option_option, 3,
    some: u32 => 0 as u8, inner_some: u32 => 1 as u8, value: u32 => 2 as u8
);
stored!(
    echo_result, "belay:guests/values@0.1.0#echo-result", "cabi_post_belay:guests/values@0.1.0#echo-result", post_result, 12,
    is_err: u32 => 0 as u8, value: u32 => 4 as u32, len: u32 => 8 as u32
);
stored!(
    echo_result_ok, "belay:guests/values@0.1.0#echo-result-ok", "cabi_post_belay:guests/values@0.1.0#echo-result-ok", post_result_ok, 2,
    is_err: u32 => 0 as u8, value: u32 => 1 as u8
);
stored!(
    echo_result_err, "belay:guests/values@0.1.0#echo-result-err", "cabi_post_belay:guests/values@0.1.0#echo-result-err", post_result_err, 12,
    is_err: u32 => 0 as u8, at: u32 => 4 as u32, len: u32 => 8 as u32
);
stored!(
    echo_result_mixed, "belay:guests/values@0.1.0#echo-result-mixed", "cabi_post_belay:guests/values@0.1.0#echo-result-mixed", post_result_mixed, 16,
    is_err: u32 => 0 as u8, value: u64 => 8 as u64
);

/// The second word carries the bits of any payload's first; the third is the length of `label`, or the bits of the
/// second corner.
#[export_name = "belay:guests/values@0.1.0#echo-shape"]
pub unsafe extern "C" fn echo_shape(case: u32, first: u64, second: u32) -> *mut u8 {
    let result = area(16);
    *result = case as u8;
    let payload = result.add(8);
    match case {
        3 | 4 => (payload as *mut u64).write(first),
        _ => {
            (payload as *mut u32).write(first as u32);
            (payload as *mut u32).add(1).write(second);
        }
    }
    result
}

#[export_name = "cabi_post_belay:guests/values@0.1.0#echo-shape"]
pub unsafe extern "C" fn post_shape(_result: *mut u8) {
    ledger::free_all();
}

/// Parameters in memory lie there as the tuple of them does.
#[export_name = "belay:guests/values@0.1.0#echo-many"]
pub unsafe extern "C" fn echo_many(parameters: *mut u8) -> *mut u8 {
    parameters
}

#[export_name = "cabi_post_belay:guests/values@0.1.0#echo-many"]
pub unsafe extern "C" fn post_many(_result: *mut u8) {
    ledger::free_all();
}
