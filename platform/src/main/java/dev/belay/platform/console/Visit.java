package dev.belay.platform.console;

import dev.belay.platform.admin.Exchange;
import dev.belay.platform.admin.FileForm;
import dev.belay.platform.admin.Fields;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser asks. */
record Visit(Exchange exchange) {
    private static final int MOST_FORM_BYTES = 16 << 10;
    private static final String COOKIE = Console.COOKIE + "=";

    boolean isPost() {
        return exchange.method().equals("POST");
    }

    boolean isLooking() {
        return exchange.method().equals("GET") || exchange.method().equals("HEAD");
    }

    /** Whether a page asks for a part of itself. */
    boolean isPart() {
        return header("HX-Request").isPresent();
    }

    /** Below the console, decoded. */
    List<String> segments() {
        String path = exchange.path();
        if (!path.equals(Console.PATH) && !path.startsWith(Console.PATH + "/")) {
            throw new VisitException(404, "There is nothing here.");
        }
        return Arrays.stream(path.substring(Console.PATH.length()).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new VisitException(400, "Expected a path that is encoded.");
        }
    }

    Map<String, String> query() {
        return fields(exchange.query());
    }

    boolean bringsFiles() {
        return FileForm.isOne(header("content-type"));
    }

    Map<String, String> form() throws IOException {
        byte[] bytes = exchange.body(MOST_FORM_BYTES)
                .orElseThrow(() -> new VisitException(413, "Expected a form of at most " + MOST_FORM_BYTES + " bytes."));
        return fields(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        try {
            return Fields.of(encoded);
        } catch (IllegalArgumentException e) {
            throw new VisitException(400, String.valueOf(e.getMessage()));
        }
    }

    Optional<String> header(String name) {
        return exchange.header(name);
    }

    /** What the browser kept of the session. */
    Optional<String> session() {
        return header("cookie").stream()
                .flatMap(all -> Arrays.stream(all.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> cookie.substring(COOKIE.length()))
                .findFirst();
    }

    /** Whether a page of another origin sent it, as far as the browser says. */
    boolean isForeign() {
        boolean other = header("origin")
                .filter(origin -> !origin.equals("http://" + header("host").orElse(""))
                        && !origin.equals("https://" + header("host").orElse("")))
                .isPresent();
        boolean site = header("sec-fetch-site")
                .filter(from -> !from.equals("same-origin") && !from.equals("none"))
                .isPresent();
        return other || site;
    }
}
