package dev.belay.guest.http;

import dev.belay.guest.Tuple;
import dev.belay.guest.Utf8;
import dev.belay.guest.wasi.http.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Heads, to and from the bindings. */
final class Headers {
    private Headers() {}

    static List<Header> of(Types.Fields fields) {
        var headers = new ArrayList<Header>();
        for (Tuple.Of2<String, byte[]> each : fields.entries()) {
            headers.add(new Header(each.v0(), Utf8.replacing(each.v1())));
        }
        fields.close();
        return headers;
    }

    /** @throws IllegalArgumentException if a name or value is none that HTTP allows */
    static Types.Fields fields(List<Header> headers) {
        var fields = new Types.Fields();
        for (Header each : headers) {
            if (!fields.append(each.name(), Utf8.encode(each.value())).isOk()) {
                throw new IllegalArgumentException("expected a header that HTTP allows, found " + each.name() + ": " + each.value());
            }
        }
        return fields;
    }

    static Optional<String> find(List<Header> headers, String name) {
        for (Header each : headers) {
            if (each.name().equalsIgnoreCase(name)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }
}
