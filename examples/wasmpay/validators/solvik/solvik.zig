//! Solvik's rules: only what is still pending is judged, and no account pays itself.
const std = @import("std");
const cabi = @import("cabi");
const String = cabi.String;

const Bank = extern struct { id: String, code: String, country: String, currency: String, name: String };

const Transaction = extern struct {
    origin: Bank,
    destination: Bank,
    amount: i64,
    currency: String,
    status: String,
    reason: String,
};

const Response = extern struct {
    approved: bool,
    refused: extern struct { is_some: bool, reason: String },
};

comptime {
    std.debug.assert(@sizeOf(Transaction) == 112);
    std.debug.assert(@sizeOf(Response) == 16);
}

fn refusal(t: *const Transaction) !?[]const u8 {
    const status = t.status.bytes();
    if (!std.mem.eql(u8, status, "pending")) {
        return try std.fmt.allocPrint(cabi.memory(), "Not pending: {s}", .{status});
    }
    const from = t.origin;
    if (std.mem.eql(u8, from.id.bytes(), t.destination.id.bytes()) and
        std.mem.eql(u8, from.code.bytes(), t.destination.code.bytes()))
    {
        return try std.fmt.allocPrint(cabi.memory(), "Origin and destination are the same: {s} {s}", .{ from.code.bytes(), from.id.bytes() });
    }
    return null;
}

fn validate(t: *const Transaction) callconv(.C) *const Response {
    const reason = refusal(t) catch @trap();
    const response = cabi.memory().create(Response) catch @trap();
    response.* = .{
        .approved = reason == null,
        .refused = .{ .is_some = reason != null, .reason = String.of(reason orelse "") },
    };
    return response;
}

fn after(_: *const Response) callconv(.C) void {
    cabi.done();
}

comptime {
    @export(validate, .{ .name = "wasmpay:platform/validation@0.1.0#validate" });
    @export(after, .{ .name = "cabi_post_wasmpay:platform/validation@0.1.0#validate" });
}
