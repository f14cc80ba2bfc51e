//! The rule of one bank: US dollars only.
const std = @import("std");
const glue = @import("glue");

comptime {
    _ = glue;
}

pub const validation = struct {
    const its = glue.validation;

    pub fn validate(transaction: its.Transaction) its.ValidateResponse {
        const reason = refusal(transaction) catch @panic("out of memory");
        return .{ .approved = reason == null, .reason = glue.Option(glue.String).of(reason) };
    }

    fn refusal(transaction: its.Transaction) !?glue.String {
        const currency = transaction.currency.slice();
        if (std.mem.eql(u8, currency, "USD")) return null;
        return glue.String.of(try std.fmt.allocPrint(glue.allocator(), "Unsupported currency: {s}", .{currency}));
    }
};
