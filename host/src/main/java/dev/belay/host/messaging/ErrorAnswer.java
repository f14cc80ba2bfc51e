package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import java.nio.charset.StandardCharsets;

/** What a requester gets in place of an answer: {@code {"error":"…"}}. */
final class ErrorAnswer {
    /** Enough to say what is wrong; a guest's error may be as long as its memory. */
    private static final int MAX_CHARACTERS = 1_000;

    private ErrorAnswer() {}

    static Message to(String subject, MessageOutcome outcome) {
        String why = outcome.publicMessage();
        String json = "{\"error\":\"" + escaped(why.substring(0, Math.min(why.length(), MAX_CHARACTERS))) + "\"}";
        return Message.of(subject, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) && !paired(text, i)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
