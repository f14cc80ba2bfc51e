//! Gives back what it is given, by generated glue: see echo-values for what the world is.

#[path = "../glue/echo_values_glue.rs"]
mod glue;

use glue::values::{Bits, Color, Counter, CounterBorrow, Guest, GuestCounter, Months, Permissions, Person, Shape};
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};

macro_rules! echo {
    ($function:ident, $type:ty) => {
        fn $function(value: $type) -> $type {
            value
        }
    };
}

static LIVE: AtomicU32 = AtomicU32::new(0);

struct Count(Cell<u32>);

impl Drop for Count {
    fn drop(&mut self) {
        LIVE.fetch_sub(1, Ordering::Relaxed);
    }
}

impl GuestCounter for Count {
    fn new(start: u32) -> Self {
        LIVE.fetch_add(1, Ordering::Relaxed);
        Count(Cell::new(start))
    }

    fn add(&self, amount: u32) -> u32 {
        self.0.set(self.0.get().wrapping_add(amount));
        self.0.get()
    }

    fn value(&self) -> u32 {
        self.0.get()
    }

    fn sum(counters: Vec<CounterBorrow>) -> u32 {
        counters.iter().fold(0, |sum, each| sum.wrapping_add(each.get::<Count>().value()))
    }

    fn merge(a: Counter, b: Counter) -> Counter {
        Counter::of(Count::new(a.get::<Count>().value().wrapping_add(b.get::<Count>().value())))
    }
}

struct Component;

impl Guest for Component {
    type Counter = Count;

    fn nothing() {}

    echo!(echo_bool, bool);
    echo!(echo_u8, u8);
    echo!(echo_u16, u16);
    echo!(echo_u32, u32);
    echo!(echo_u64, u64);
    echo!(echo_s8, i8);
    echo!(echo_s16, i16);
    echo!(echo_s32, i32);
    echo!(echo_s64, i64);
    echo!(echo_f32, f32);
    echo!(echo_f64, f64);
    echo!(echo_char, char);
    echo!(echo_string, String);
    echo!(echo_bytes, Vec<u8>);
    echo!(echo_bools, Vec<bool>);
    echo!(echo_u16s, Vec<u16>);
    echo!(echo_s64s, Vec<i64>);
    echo!(echo_f64s, Vec<f64>);
    echo!(echo_chars, Vec<char>);
    echo!(echo_strings, Vec<String>);
    echo!(echo_nested, Vec<Vec<String>>);
    echo!(echo_pairs, Vec<(String, u8)>);
    echo!(echo_tuple, (u8, i64, String));
    echo!(echo_person, Person);
    echo!(echo_people, Vec<Person>);
    echo!(echo_shape, Shape);
    echo!(echo_shapes, Vec<Shape>);
    echo!(echo_color, Color);
    echo!(echo_permissions, Permissions);
    echo!(echo_months, Months);
    echo!(echo_bits, Bits);
    echo!(echo_option, Option<u32>);
    echo!(echo_option_string, Option<String>);
    echo!(echo_option_option, Option<Option<u8>>);
    echo!(echo_result, Result<String, u32>);
    echo!(echo_result_mixed, Result<u64, f32>);
    echo!(echo_result_ok, Result<u8, ()>);
    echo!(echo_result_err, Result<(), String>);
    echo!(echo_result_empty, Result<(), ()>);
    echo!(echo_counter, Counter);
    echo!(echo_counters, Vec<Counter>);

    fn echo_many(
        a: u8, b: i16, c: u32, d: i64, e: f32, f: f64, g: bool, h: char, i: String,
        j: u8, k: i16, l: u32, m: i64, n: f32, o: f64, p: bool, q: char,
    ) -> (u8, i16, u32, i64, f32, f64, bool, char, String, u8, i16, u32, i64, f32, f64, bool, char) {
        (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
    }

    fn peek(value: CounterBorrow) -> u32 {
        value.get::<Count>().value()
    }

    fn live_counters() -> u32 {
        LIVE.load(Ordering::Relaxed)
    }
}
