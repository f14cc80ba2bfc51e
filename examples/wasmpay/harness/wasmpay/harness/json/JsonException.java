package wasmpay.harness.json;

/** A text that is no JSON; the message says where it is wrong, and what was expected there. */
public final class JsonException extends Exception {
    JsonException(String message) {
        super(message);
    }
}
