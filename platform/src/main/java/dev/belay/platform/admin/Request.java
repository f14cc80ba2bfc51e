package dev.belay.platform.admin;

import com.sun.net.httpserver.HttpExchange;
import dev.belay.platform.spec.SpecJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decoded(pair[0]), pair -> pair.length > 1 ? decoded(pair[1]) : "", (_, last) -> last));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new AnswerException(400, "expected a query that is encoded, found '" + text + "'");
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
