package dev.belay.platform.shape;

import dev.belay.platform.spec.TrafficSpec;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.List;
import java.util.Optional;

/** Which revision a request asks for by its headers or cookies. */
public final class Rules {
    private Rules() {}

    /** The first that fits. */
    public static Optional<String> revision(List<TrafficSpec.Rule> rules, RequestHead request) {
        for (TrafficSpec.Rule rule : rules) {
            Optional<String> found = rule.header()
                    .flatMap(name -> HttpField.find(request.headers(), name))
                    .or(() -> rule.cookie().flatMap(name -> cookie(request, name)));
            if (found.isPresent() && rule.value().map(found.get()::equals).orElse(true)) {
                return Optional.of(rule.revision());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> cookie(RequestHead request, String name) {
        for (HttpField field : request.headers()) {
            if (!field.is("cookie")) {
                continue;
            }
            for (String pair : field.text().split(";")) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    return Optional.of(pair.substring(equals + 1).strip());
                }
            }
        }
        return Optional.empty();
    }
}
