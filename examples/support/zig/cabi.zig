//! The guest's side of the canonical ABI in Zig: strings, and memory for the call that is under way.
const std = @import("std");

/// A string as the ABI lays it out in memory.
pub const String = extern struct {
    ptr: [*]const u8,
    len: usize,

    pub fn of(text: []const u8) String {
        return .{ .ptr = text.ptr, .len = text.len };
    }

    /// The ABI gives no meaning to the pointer of an empty string.
    pub fn bytes(self: String) []const u8 {
        return if (self.len == 0) "" else self.ptr[0..self.len];
    }
};

/// What stays for the next call; more was needed for a large argument only.
const kept = 64 * 1024;

var arena = std.heap.ArenaAllocator.init(std.heap.wasm_allocator);

/// Memory that lives until `done`, after which none of it may be used.
pub fn memory() std.mem.Allocator {
    return arena.allocator();
}

/// Takes back all memory of the call: for its post-return.
pub fn done() void {
    _ = arena.reset(.{ .retain_with_limit = kept });
}

export fn cabi_realloc(old: [*]u8, old_size: usize, alignment: usize, size: usize) [*]u8 {
    if (size == 0) return @ptrFromInt(alignment);
    const new = memory().rawAlloc(size, std.math.log2_int(usize, alignment), @returnAddress()) orelse @trap();
    @memcpy(new[0..@min(old_size, size)], old[0..@min(old_size, size)]);
    return new;
}
