//! How requests are read and answered.
const std = @import("std");
const glue = @import("glue");
const types = glue.types;

/// Bytes that one blocking write takes.
const piece = 4096;

pub const Target = struct {
    path: []const u8,
    query: []const u8,

    pub fn of(request: types.IncomingRequest) Target {
        const target = if (request.pathWithQuery().get()) |given| given.slice() else "/";
        const mark = std.mem.indexOfScalar(u8, target, '?') orelse return .{ .path = target, .query = "" };
        return .{ .path = target[0..mark], .query = target[mark + 1 ..] };
    }
};

pub fn send(out: types.ResponseOutparam, status: u16, content_type: []const u8, text: []const u8) void {
    const headers = types.Fields.init();
    _ = headers.append(glue.String.of("content-type"), glue.List(u8).of(content_type));
    const response = types.OutgoingResponse.init(headers);
    _ = response.setStatusCode(status);
    const body = response.body().val.ok;
    types.ResponseOutparam.set(out, glue.Result(types.OutgoingResponse, types.ErrorCode).ok(response));
    const stream = body.write().val.ok;
    write(stream, text);
    stream.drop();
    _ = types.OutgoingBody.finish(body, glue.Option(types.Fields).of(null));
}

fn write(stream: glue.streams.OutputStream, bytes: []const u8) void {
    var at: usize = 0;
    while (at < bytes.len) : (at += piece) {
        const part = bytes[at..@min(at + piece, bytes.len)];
        if (stream.blockingWriteAndFlush(glue.List(u8).of(part)).is_err) return; // the client has left
    }
}
