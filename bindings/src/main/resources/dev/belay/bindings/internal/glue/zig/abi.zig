const std = @import("std");
const root = @import("root");

/// UTF-8.
pub const String = extern struct {
    ptr: [*]const u8,
    len: usize,

    pub fn of(text: []const u8) String {
        return .{ .ptr = text.ptr, .len = text.len };
    }

    /// The ABI gives no meaning to the pointer of an empty string.
    pub fn slice(self: String) []const u8 {
        return if (self.len == 0) "" else self.ptr[0..self.len];
    }
};

pub fn List(comptime T: type) type {
    return extern struct {
        ptr: [*]const T,
        len: usize,

        pub fn of(items: []const T) @This() {
            return .{ .ptr = items.ptr, .len = items.len };
        }

        pub fn slice(self: @This()) []const T {
            return if (self.len == 0) &[_]T{} else self.ptr[0..self.len];
        }
    };
}

pub fn Option(comptime T: type) type {
    return extern struct {
        is_some: bool,
        val: T,

        pub fn of(value: ?T) @This() {
            return .{ .is_some = value != null, .val = value orelse undefined };
        }

        pub fn get(self: @This()) ?T {
            return if (self.is_some) self.val else null;
        }
    };
}

/// What a result has that has nothing.
pub const Unit = extern struct {};

pub fn Result(comptime T: type, comptime E: type) type {
    return extern struct {
        is_err: bool,
        val: extern union { ok: T, err: E },

        pub fn ok(value: T) @This() {
            return .{ .is_err = false, .val = .{ .ok = value } };
        }

        pub fn err(value: E) @This() {
            return .{ .is_err = true, .val = .{ .err = value } };
        }
    };
}

/// What stays for the next call; more was needed for a large argument only.
const kept = 64 * 1024;

var arena = std.heap.ArenaAllocator.init(std.heap.wasm_allocator);

/// Memory that lives until the caller has read what the call under way returns: for that, arguments and results of imports.
/// What lives longer is for `std.heap.wasm_allocator`.
pub fn allocator() std.mem.Allocator {
    return arena.allocator();
}

fn done() void {
    _ = arena.reset(.{ .retain_with_limit = kept });
}

export fn cabi_realloc(old: [*]u8, old_size: usize, alignment: usize, size: usize) [*]u8 {
    if (size == 0) return @ptrFromInt(alignment);
    const new = allocator().rawAlloc(size, std.math.log2_int(usize, alignment), @returnAddress()) orelse @trap();
    @memcpy(new[0..@min(old_size, size)], old[0..@min(old_size, size)]);
    return new;
}

fn load(comptime T: type, at: [*]const u8) T {
    return @as(*align(1) const T, @ptrCast(at)).*;
}

fn store(at: [*]u8, value: anytype) void {
    @as(*align(1) @TypeOf(value), @ptrCast(at)).* = value;
}

/// The low bits of an integer, as another.
fn cut(comptime T: type, value: anytype) T {
    const From = std.meta.Int(.unsigned, @bitSizeOf(@TypeOf(value)));
    const To = std.meta.Int(.unsigned, @bitSizeOf(T));
    return @bitCast(@as(To, @truncate(@as(From, @bitCast(value)))));
}

/// An integer of at most 32 bits as one of 64, padded without a sign.
fn pad(value: i32) i64 {
    return @as(u32, @bitCast(value));
}

fn address(pointer: anytype) i32 {
    return @bitCast(@as(u32, @intFromPtr(pointer)));
}

fn listOf(comptime T: type, pointer: i32, len: i32) T {
    if (len == 0) return .{ .ptr = @ptrFromInt(8), .len = 0 };
    return .{ .ptr = @ptrFromInt(@as(usize, @as(u32, @bitCast(pointer)))), .len = @as(u32, @bitCast(len)) };
}

fn pointerOf(comptime T: type, pointer: i32) *T {
    return @ptrFromInt(@as(usize, @as(u32, @bitCast(pointer))));
}
