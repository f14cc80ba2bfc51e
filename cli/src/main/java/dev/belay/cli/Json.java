package dev.belay.cli;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs, on one line of stdout. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String text(Map<String, ?> result) {
        return MAPPER.writeValueAsString(result);
    }

    static void print(Map<String, ?> result, Streams streams) {
        streams.out().println(text(result));
    }
}
