package dev.belay.platform.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What pages need beside themselves. Thread-safe. */
final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private record Asset(String resource, String type) {}

    private static final Map<String, Asset> ALL = Map.of(
            "htmx.js", new Asset(HTMX, "text/javascript; charset=utf-8"),
            "console.js", new Asset("console.js", "text/javascript; charset=utf-8"),
            "console.css", new Asset("console.css", "text/css; charset=utf-8"),
            "icon.svg", new Asset("icon.svg", "image/svg+xml"));

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    Optional<Reply> find(String name) {
        return Optional.ofNullable(ALL.get(name))
                .map(asset -> new Reply(200, asset.type(), read.computeIfAbsent(asset.resource(), Assets::bytes), Map.of())
                        .with("cache-control", "private, max-age=600"));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected " + resource + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
