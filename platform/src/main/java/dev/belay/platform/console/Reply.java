package dev.belay.platform.console;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a browser gets. */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    private static final int SEE_OTHER = 303;
    private static final int NO_CONTENT = 204;

    static Reply html(int status, byte[] body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of());
    }

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** To be asked for with GET, whatever was asked for now. */
    static Reply see(String path) {
        return text(SEE_OTHER, "See " + path + "\n").with("location", path);
    }

    /** The page stays as it is. */
    static Reply nothing() {
        return text(NO_CONTENT, "");
    }

    Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, Map.copyOf(more));
    }
}
