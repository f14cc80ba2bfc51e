package dev.belay.guest.http;

import dev.belay.guest.wasi.http.Types;

/** Methods, to and from the bindings. */
final class Methods {
    private Methods() {}

    static String name(Types.Method method) {
        return switch (method) {
            case Types.Method.Get get -> "GET";
            case Types.Method.Head head -> "HEAD";
            case Types.Method.Post post -> "POST";
            case Types.Method.Put put -> "PUT";
            case Types.Method.Delete delete -> "DELETE";
            case Types.Method.Connect connect -> "CONNECT";
            case Types.Method.Options options -> "OPTIONS";
            case Types.Method.Trace trace -> "TRACE";
            case Types.Method.Patch patch -> "PATCH";
            case Types.Method.Other other -> other.value();
        };
    }

    static Types.Method of(String name) {
        return switch (name) {
            case "GET" -> new Types.Method.Get();
            case "HEAD" -> new Types.Method.Head();
            case "POST" -> new Types.Method.Post();
            case "PUT" -> new Types.Method.Put();
            case "DELETE" -> new Types.Method.Delete();
            case "CONNECT" -> new Types.Method.Connect();
            case "OPTIONS" -> new Types.Method.Options();
            case "TRACE" -> new Types.Method.Trace();
            case "PATCH" -> new Types.Method.Patch();
            default -> new Types.Method.Other(name);
        };
    }
}
