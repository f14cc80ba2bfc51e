package dev.belay.wasi.http.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One header or trailer.
 *
 * @param name in the casing it came with; names that differ in case only are the same name
 * @param value its bytes, which are not always text; not to be changed
 */
public record HttpField(String name, byte[] value) {

    /** A field with a value of ISO 8859-1 text. */
    public static HttpField of(String name, String value) {
        return new HttpField(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The value of the first field of that name. */
    public static Optional<String> find(List<HttpField> fields, String name) {
        for (HttpField field : fields) {
            if (field.is(name)) {
                return Optional.of(field.text());
            }
        }
        return Optional.empty();
    }

    /** The value as ISO 8859-1 text, which keeps every byte. */
    public String text() {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpField(String itsName, byte[] itsValue)
                && name.equals(itsName)
                && Arrays.equals(value, itsValue);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return name + ": " + text();
    }
}
