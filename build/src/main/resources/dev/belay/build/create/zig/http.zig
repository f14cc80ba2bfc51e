//! Answers requests: which path is answered by what.
const std = @import("std");
const glue = @import("glue");
const answer = @import("answer.zig");

comptime {
    _ = glue;
}

const greeting = "/hello/";

pub const incomingHandler = struct {
    pub fn handle(request: glue.types.IncomingRequest, out: glue.types.ResponseOutparam) void {
        const path = answer.Target.of(request).path;
        var status: u16 = 200;
        const text = textOf(path, &status) catch @panic("out of memory");
        answer.send(out, status, "text/plain; charset=utf-8", text);
        request.drop();
    }

    fn textOf(path: []const u8, status: *u16) ![]const u8 {
        if (std.mem.eql(u8, path, "/")) return "Hello from @name@\n";
        if (std.mem.startsWith(u8, path, greeting) and path.len > greeting.len) {
            return std.fmt.allocPrint(glue.allocator(), "Hello, {s}\n", .{path[greeting.len..]});
        }
        status.* = 404;
        return std.fmt.allocPrint(glue.allocator(), "Nothing at {s}; there are / and /hello/NAME\n", .{path});
    }
};
