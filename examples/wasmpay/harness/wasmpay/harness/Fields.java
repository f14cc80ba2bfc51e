package wasmpay.harness;

import java.util.Map;
import wasmpay.harness.json.Json;
import wasmpay.harness.json.JsonObject;

/**
 * The fields of an object, and where it is. Fields that nobody asks for are ignored, so that senders may add some before the
 * platform knows them.
 *
 * @param path empty, or ends with a dot
 */
record Fields(Map<String, Json> values, String path) {
    private static final int BAD_REQUEST = 400;
    /** Characters of a wrong value that an error repeats. */
    private static final int SHOWN = 40;

    static Fields of(Json json, String path) throws RefusedException {
        if (json instanceof Json.Fields fields) {
            return new Fields(fields.values(), path);
        }
        String at = path.isEmpty() ? "" : path.substring(0, path.length() - 1) + ": ";
        throw new RefusedException(BAD_REQUEST, at + "expected an object, found " + json.kind());
    }

    Fields object(String name) throws RefusedException {
        return of(get(name), path + name + ".");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) throws RefusedException {
        if (get(name) instanceof Json.Text(String text)) {
            return text;
        }
        throw expected(name, "a string");
    }

    /** Empty if the field is missing or null. */
    String optionalText(String name) throws RefusedException {
        return !has(name) || get(name) instanceof Json.Null ? "" : text(name);
    }

    /** Text, or a whole number taken as its digits. */
    String id(String name) throws RefusedException {
        return switch (get(name)) {
            case Json.Text(String text) -> text;
            case Json.Number(String number) when isWhole(number) -> number;
            default -> throw expected(name, "a string or a whole number");
        };
    }

    long wholeNumber(String name) throws RefusedException {
        if (get(name) instanceof Json.Number(String number) && isWhole(number)) {
            return WholeNumber.parse(number)
                    .orElseThrow(() -> expected(name, "a number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE));
        }
        throw expected(name, "a whole number");
    }

    /** A whole number, or text that is one: many readers and writers of JSON hold no number of 64 bits exactly. */
    long wholeNumberOrText(String name) throws RefusedException {
        if (get(name) instanceof Json.Text(String text)) {
            return WholeNumber.parse(text).orElseThrow(() -> wrong(name, "a whole number of 64 bits", JsonObject.quoted(shown(text))));
        }
        return wholeNumber(name);
    }

    RefusedException expected(String name, String what) {
        Json found = values.get(name);
        return wrong(name, what, found instanceof Json.Number(String number) ? shown(number) : found == null ? "none" : found.kind());
    }

    RefusedException wrong(String name, String expected, String found) {
        return new RefusedException(BAD_REQUEST, path + name + ": expected " + expected + ", found " + found);
    }

    private Json get(String name) throws RefusedException {
        Json found = values.get(name);
        if (found == null) {
            throw new RefusedException(BAD_REQUEST, path + name + ": missing");
        }
        return found;
    }

    /** The beginning of a value that may be long. */
    static String shown(String value) {
        int count = value.codePointCount(0, value.length());
        return count <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN));
    }

    /** Whether a number is written without fraction and exponent. */
    private static boolean isWhole(String number) {
        return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }
}
