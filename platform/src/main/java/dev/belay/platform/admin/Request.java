package dev.belay.platform.admin;

import com.sun.net.httpserver.HttpExchange;
import dev.belay.platform.spec.SpecJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What an operator asks. */
record Request(HttpExchange exchange) {
    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(queries().get(name)).filter(value -> !value.isEmpty());
    }

    private Map<String, String> queries() {
        try {
            return Fields.of(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new AnswerException(400, String.valueOf(e.getMessage()));
        }
    }

    /**
     * @throws AnswerException if there is more of it
     */
    byte[] body(int most) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new AnswerException(413, "expected a body of at most " + most + " bytes");
        }
        return bytes;
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
