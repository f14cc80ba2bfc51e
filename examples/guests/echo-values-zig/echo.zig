//! Gives back what it is given, by generated glue: see echo-values for what the world is.
const std = @import("std");
const glue = @import("glue");

comptime {
    _ = glue;
}

const its = glue.values;
const Many = glue.Tuple17(u8, i16, u32, i64, f32, f64, bool, u32, glue.String, u8, i16, u32, i64, f32, f64, bool, u32);

var live: u32 = 0;

pub const values = struct {
    pub const Counter = struct {
        count: u32,

        pub fn init(start: u32) *Counter {
            const counter = std.heap.wasm_allocator.create(Counter) catch @panic("out of memory");
            counter.* = .{ .count = start };
            live += 1;
            return counter;
        }

        pub fn deinit(self: *Counter) void {
            live -= 1;
            std.heap.wasm_allocator.destroy(self);
        }

        pub fn add(self: *Counter, amount: u32) u32 {
            self.count +%= amount;
            return self.count;
        }

        pub fn value(self: *Counter) u32 {
            return self.count;
        }

        pub fn sum(counters: glue.List(*Counter)) u32 {
            var total: u32 = 0;
            for (counters.slice()) |each| total +%= each.count;
            return total;
        }

        pub fn merge(a: its.Counter, b: its.Counter) its.Counter {
            const total = a.rep().count +% b.rep().count;
            a.drop();
            b.drop();
            return its.Counter.make(Counter.init(total));
        }
    };

    pub fn nothing() void {}

    pub fn echoBool(v: bool) bool {
        return v;
    }

    pub fn echoU8(v: u8) u8 {
        return v;
    }

    pub fn echoU16(v: u16) u16 {
        return v;
    }

    pub fn echoU32(v: u32) u32 {
        return v;
    }

    pub fn echoU64(v: u64) u64 {
        return v;
    }

    pub fn echoS8(v: i8) i8 {
        return v;
    }

    pub fn echoS16(v: i16) i16 {
        return v;
    }

    pub fn echoS32(v: i32) i32 {
        return v;
    }

    pub fn echoS64(v: i64) i64 {
        return v;
    }

    pub fn echoF32(v: f32) f32 {
        return v;
    }

    pub fn echoF64(v: f64) f64 {
        return v;
    }

    pub fn echoChar(v: u32) u32 {
        return v;
    }

    pub fn echoString(v: glue.String) glue.String {
        return v;
    }

    pub fn echoBytes(v: glue.List(u8)) glue.List(u8) {
        return v;
    }

    pub fn echoBools(v: glue.List(bool)) glue.List(bool) {
        return v;
    }

    pub fn echoU16s(v: glue.List(u16)) glue.List(u16) {
        return v;
    }

    pub fn echoS64s(v: glue.List(i64)) glue.List(i64) {
        return v;
    }

    pub fn echoF64s(v: glue.List(f64)) glue.List(f64) {
        return v;
    }

    pub fn echoChars(v: glue.List(u32)) glue.List(u32) {
        return v;
    }

    pub fn echoStrings(v: glue.List(glue.String)) glue.List(glue.String) {
        return v;
    }

    pub fn echoNested(v: glue.List(glue.List(glue.String))) glue.List(glue.List(glue.String)) {
        return v;
    }

    pub fn echoPairs(v: glue.List(glue.Tuple2(glue.String, u8))) glue.List(glue.Tuple2(glue.String, u8)) {
        return v;
    }

    pub fn echoTuple(v: glue.Tuple3(u8, i64, glue.String)) glue.Tuple3(u8, i64, glue.String) {
        return v;
    }

    pub fn echoPerson(v: its.Person) its.Person {
        return v;
    }

    pub fn echoPeople(v: glue.List(its.Person)) glue.List(its.Person) {
        return v;
    }

    pub fn echoShape(v: its.Shape) its.Shape {
        return v;
    }

    pub fn echoShapes(v: glue.List(its.Shape)) glue.List(its.Shape) {
        return v;
    }

    pub fn echoColor(v: its.Color) its.Color {
        return v;
    }

    pub fn echoPermissions(v: its.Permissions) its.Permissions {
        return v;
    }

    pub fn echoMonths(v: its.Months) its.Months {
        return v;
    }

    pub fn echoBits(v: its.Bits) its.Bits {
        return v;
    }

    pub fn echoOption(v: glue.Option(u32)) glue.Option(u32) {
        return v;
    }

    pub fn echoOptionString(v: glue.Option(glue.String)) glue.Option(glue.String) {
        return v;
    }

    pub fn echoOptionOption(v: glue.Option(glue.Option(u8))) glue.Option(glue.Option(u8)) {
        return v;
    }

    pub fn echoResult(v: glue.Result(glue.String, u32)) glue.Result(glue.String, u32) {
        return v;
    }

    pub fn echoResultMixed(v: glue.Result(u64, f32)) glue.Result(u64, f32) {
        return v;
    }

    pub fn echoResultOk(v: glue.Result(u8, glue.Unit)) glue.Result(u8, glue.Unit) {
        return v;
    }

    pub fn echoResultErr(v: glue.Result(glue.Unit, glue.String)) glue.Result(glue.Unit, glue.String) {
        return v;
    }

    pub fn echoResultEmpty(v: glue.Result(glue.Unit, glue.Unit)) glue.Result(glue.Unit, glue.Unit) {
        return v;
    }

    pub fn echoCounter(v: its.Counter) its.Counter {
        return v;
    }

    pub fn echoCounters(v: glue.List(its.Counter)) glue.List(its.Counter) {
        return v;
    }

    pub fn echoMany(
        a: u8, b: i16, c: u32, d: i64, e: f32, f: f64, g: bool, h: u32, i: glue.String,
        j: u8, k: i16, l: u32, m: i64, n: f32, o: f64, p: bool, q: u32,
    ) Many {
        return .{ .f0 = a, .f1 = b, .f2 = c, .f3 = d, .f4 = e, .f5 = f, .f6 = g, .f7 = h, .f8 = i, .f9 = j, .f10 = k, .f11 = l, .f12 = m, .f13 = n, .f14 = o, .f15 = p, .f16 = q };
    }

    pub fn peek(v: *Counter) u32 {
        return v.count;
    }

    pub fn liveCounters() u32 {
        return live;
    }
};
