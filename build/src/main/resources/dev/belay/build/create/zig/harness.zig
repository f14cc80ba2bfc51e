//! HTTP in front of a validator: GET /validate?amount=1250&currency=USD&from=US&to=GB
const std = @import("std");
const glue = @import("glue");
const answer = @import("answer.zig");

comptime {
    _ = glue;
}

const validation = glue.validation;
const String = glue.String;

const Answer = struct { status: u16, json: []const u8 };

pub const incomingHandler = struct {
    pub fn handle(request: glue.types.IncomingRequest, out: glue.types.ResponseOutparam) void {
        const given = judge(answer.Target.of(request)) catch @panic("out of memory");
        answer.send(out, given.status, "application/json", given.json);
        request.drop();
    }
};

fn judge(target: answer.Target) !Answer {
    if (!std.mem.eql(u8, target.path, "/validate")) {
        return failure(404, "nothing here; there is /validate?amount=1250&currency=USD&from=US&to=GB");
    }
    const query = target.query;
    const amount = std.fmt.parseInt(i64, try parameter(query, "amount"), 10) catch
        return failure(400, "amount: expected a whole number of 64 bits");
    const currency = String.of(try parameter(query, "currency"));
    const response = validation.validate(.{
        .origin = bank("1", "ORIGIN", try parameter(query, "from"), currency, "Origin"),
        .destination = bank("2", "DESTINATION", try parameter(query, "to"), currency, "Destination"),
        .amount = amount,
        .currency = currency,
        .status = String.of("pending"),
        .reason = String.of(try parameter(query, "reason")),
    });
    var json = std.ArrayList(u8).init(glue.allocator());
    try json.writer().print("{{\"approved\":{},\"reason\":", .{response.approved});
    if (response.reason.get()) |reason| try quote(&json, reason.slice()) else try json.appendSlice("null");
    try json.append('}');
    return .{ .status = 200, .json = json.items };
}

fn bank(id: []const u8, code: []const u8, country: []const u8, currency: String, name: []const u8) validation.Bank {
    return .{ .id = String.of(id), .code = String.of(code), .country = String.of(country), .currency = currency, .name = String.of(name) };
}

fn failure(status: u16, what: []const u8) !Answer {
    var json = std.ArrayList(u8).init(glue.allocator());
    try json.appendSlice("{\"error\":");
    try quote(&json, what);
    try json.append('}');
    return .{ .status = status, .json = json.items };
}

/// A value of the query, decoded: empty if it is not there.
fn parameter(query: []const u8, name: []const u8) ![]const u8 {
    var pairs = std.mem.splitScalar(u8, query, '&');
    while (pairs.next()) |pair| {
        if (pair.len > name.len and pair[name.len] == '=' and std.mem.startsWith(u8, pair, name)) {
            return decoded(pair[name.len + 1 ..]);
        }
    }
    return "";
}

fn decoded(text: []const u8) ![]const u8 {
    var bytes = std.ArrayList(u8).init(glue.allocator());
    var i: usize = 0;
    while (i < text.len) : (i += 1) {
        if (text[i] == '%' and i + 2 < text.len) {
            if (std.fmt.parseInt(u8, text[i + 1 .. i + 3], 16)) |byte| {
                try bytes.append(byte);
                i += 2;
                continue;
            } else |_| {}
        }
        try bytes.append(if (text[i] == '+') ' ' else text[i]);
    }
    // Text between components is UTF-8.
    return if (std.unicode.utf8ValidateSlice(bytes.items)) bytes.items else "?";
}

fn quote(to: *std.ArrayList(u8), text: []const u8) !void {
    try to.append('"');
    for (text) |c| {
        switch (c) {
            '"', '\\' => try to.appendSlice(&[_]u8{ '\\', c }),
            0...0x1f => try to.writer().print("\\u{x:0>4}", .{c}),
            else => try to.append(c),
        }
    }
    try to.append('"');
}
