package dev.belay.platform.admin;

import dev.belay.platform.spec.SpecJson;
import java.nio.charset.StandardCharsets;

/** What an operator is told. */
record Answer(int status, String type, byte[] body) {
    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", SpecJson.bytes(value));
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
