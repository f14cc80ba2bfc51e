package wasmpay.harness.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads JSON as RFC 8259 has it, and nothing more lenient: what is refused here would mean different things to different
 * readers.
 */
public final class JsonReader {
    /** Arrays and objects that may lie within each other, so that a text cannot exhaust the stack. */
    private static final int MAX_DEPTH = 32;
    /** Values in a text, so that a short one cannot exhaust the heap: a transaction has some twenty. */
    private static final int MAX_VALUES = 1_000;

    private final JsonText text;
    private final JsonStrings strings;
    private int values;

    private JsonReader(JsonText text) {
        this.text = text;
        this.strings = new JsonStrings(text);
    }

    /** Reads a whole text, which is one value with nothing after it. */
    public static Json read(String source) throws JsonException {
        var text = new JsonText(source);
        text.skipSpace();
        Json json = new JsonReader(text).value(0);
        text.skipSpace();
        if (!text.isAtEnd()) {
            throw text.expected("the end after the value");
        }
        return json;
    }

    private Json value(int depth) throws JsonException {
        if (++values > MAX_VALUES) {
            throw text.problem("more than " + MAX_VALUES + " values");
        }
        char first = text.peek();
        if (first == '{' || first == '[') {
            if (depth == MAX_DEPTH) {
                throw text.problem("arrays and objects nest deeper than " + MAX_DEPTH);
            }
            text.skip();
            text.skipSpace();
            return first == '{' ? object(depth + 1) : array(depth + 1);
        }
        if (first == '"') {
            return new Json.Text(strings.read());
        }
        if (first == '-' || text.isDigit()) {
            return number();
        }
        return word();
    }

    private Json word() throws JsonException {
        if (text.take("true")) {
            return new Json.Bool(true);
        }
        if (text.take("false")) {
            return new Json.Bool(false);
        }
        if (text.take("null")) {
            return new Json.Null();
        }
        throw text.expected("a value");
    }

    private Json object(int depth) throws JsonException {
        var fields = new LinkedHashMap<String, Json>();
        if (text.take('}')) {
            return new Json.Fields(fields);
        }
        while (true) {
            if (text.peek() != '"') {
                throw text.expected("a key in quotes");
            }
            int start = text.mark();
            String key = strings.read();
            if (fields.containsKey(key)) {
                text.back(start);
                throw text.problem("the key " + JsonObject.quoted(key) + " occurs twice");
            }
            text.skipSpace();
            if (!text.take(':')) {
                throw text.expected("':' after a key");
            }
            text.skipSpace();
            fields.put(key, value(depth));
            if (endsWith('}')) {
                return new Json.Fields(fields);
            }
        }
    }

    private Json array(int depth) throws JsonException {
        var elements = new ArrayList<Json>();
        if (text.take(']')) {
            return new Json.Array(elements);
        }
        while (true) {
            elements.add(value(depth));
            if (endsWith(']')) {
                return new Json.Array(elements);
            }
        }
    }

    /** After a value: whether that was the last; if not, the next comes here. */
    private boolean endsWith(char end) throws JsonException {
        text.skipSpace();
        if (text.take(end)) {
            return true;
        }
        if (!text.take(',')) {
            throw text.expected("',' or '" + end + "'");
        }
        text.skipSpace();
        return false;
    }

    private Json number() throws JsonException {
        int start = text.mark();
        text.take('-');
        if (!text.take('0')) {
            digits();
        } else if (text.isDigit()) {
            throw text.problem("a number has no leading zero");
        }
        if (text.take('.')) {
            digits();
        }
        if (text.take('e') || text.take('E')) {
            if (!text.take('+')) {
                text.take('-');
            }
            digits();
        }
        return new Json.Number(text.since(start));
    }

    private void digits() throws JsonException {
        if (!text.isDigit()) {
            throw text.expected("a digit");
        }
        while (text.isDigit()) {
            text.skip();
        }
    }
}
