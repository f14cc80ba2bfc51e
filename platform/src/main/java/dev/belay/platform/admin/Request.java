package dev.belay.platform.admin;

import dev.belay.platform.spec.SpecJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What an operator asks. */
record Request(Exchange exchange) {
    String method() {
        return exchange.method();
    }

    String path() {
        try {
            return URLDecoder.decode(exchange.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new AnswerException(400, "expected a path that is encoded");
        }
    }

    Optional<String> header(String name) {
        return exchange.header(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(queries().get(name)).filter(value -> !value.isEmpty());
    }

    private Map<String, String> queries() {
        try {
            return Fields.of(exchange.query());
        } catch (IllegalArgumentException e) {
            throw new AnswerException(400, String.valueOf(e.getMessage()));
        }
    }

    /**
     * @throws AnswerException if there is more of it
     */
    byte[] body(int most) throws IOException {
        return exchange.body(most)
                .orElseThrow(() -> new AnswerException(413, "expected a body of at most " + most + " bytes"));
    }

    /**
     * @throws AnswerException if it is none
     */
    <T> T json(Class<T> type, int most) throws IOException {
        try {
            return SpecJson.read(body(most), type);
        } catch (IllegalArgumentException e) {
            throw new AnswerException(400, String.valueOf(e.getMessage()));
        }
    }
}
