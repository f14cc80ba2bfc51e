package dev.belay.wasi.http;

import dev.belay.runtime.Trap;
import dev.belay.wasi.http.transport.HttpField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The resource {@code fields}: headers or trailers, in order. */
final class Fields {
    /** About what the host needs for one of these, beside names and values. */
    private static final int OVERHEAD = 256;

    private final List<HttpField> fields;
    private final HttpState state;
    private final boolean mutable;
    private final Optional<Children> siblings;
    private int bytes;

    private Fields(List<HttpField> fields, HttpState state, boolean mutable) {
        this(fields, state, mutable, Optional.empty());
    }

    private Fields(List<HttpField> fields, HttpState state, boolean mutable, Optional<Children> siblings) {
        this.fields = new ArrayList<>(fields);
        this.state = state;
        this.mutable = mutable;
        this.siblings = siblings;
        siblings.ifPresent(Children::add);
        for (HttpField field : fields) {
            bytes += size(field);
        }
        state.memory().take(OVERHEAD + bytes);
    }

    static Fields empty(HttpState state) {
        return new Fields(List.of(), state, true);
    }

    /** What a peer sent, without the fields that are none of the guest's business. */
    static Fields received(List<HttpField> fields, HttpState state) {
        return new Fields(
                fields.stream().filter(field -> !FieldSyntax.isForbidden(field.name())).toList(), state, false);
    }

    Fields immutable() {
        return new Fields(fields, state, false);
    }

    /** An immutable view that has to be dropped before the resource it is a child of. */
    Fields childOf(Children parent) {
        return new Fields(fields, state, false, Optional.of(parent));
    }

    /** The entries; the guest gave its handle away for them. */
    List<HttpField> use() {
        drop();
        return entries();
    }

    /** The guest has no handle any more. */
    void drop() {
        state.memory().give(OVERHEAD + bytes);
        siblings.ifPresent(Children::remove);
    }

    Fields copy() {
        return new Fields(fields, state, true);
    }

    List<HttpField> entries() {
        return List.copyOf(fields);
    }

    List<byte[]> get(String name) {
        return fields.stream().filter(field -> field.is(name)).map(HttpField::value).toList();
    }

    boolean has(String name) {
        for (HttpField field : fields) {
            if (field.is(name)) {
                return true;
            }
        }
        return false;
    }

    /** @return what is wrong, empty for nothing */
    Optional<HeaderError> set(String name, List<byte[]> values) {
        Optional<HeaderError> wrong = check(name, values);
        if (wrong.isEmpty()) {
            remove(name);
            values.forEach(value -> add(name, value));
        }
        return wrong;
    }

    /** @return what is wrong, empty for nothing */
    Optional<HeaderError> append(String name, byte[] value) {
        Optional<HeaderError> wrong = check(name, List.of(value));
        if (wrong.isEmpty()) {
            add(name, value);
        }
        return wrong;
    }

    /** @return what is wrong, empty for nothing */
    Optional<HeaderError> delete(String name) {
        Optional<HeaderError> wrong = check(name, List.of());
        if (wrong.isEmpty()) {
            remove(name);
        }
        return wrong;
    }

    private Optional<HeaderError> check(String name, List<byte[]> values) {
        if (!FieldSyntax.isToken(name)) {
            return Optional.of(HeaderError.INVALID_SYNTAX);
        }
        if (FieldSyntax.isForbidden(name)) {
            return Optional.of(HeaderError.FORBIDDEN);
        }
        for (byte[] value : values) {
            if (!FieldSyntax.isValue(value)) {
                return Optional.of(HeaderError.INVALID_SYNTAX);
            }
        }
        return mutable ? Optional.empty() : Optional.of(HeaderError.IMMUTABLE);
    }

    private void add(String name, byte[] value) {
        var field = new HttpField(name, value);
        // The interface has no error for it, so that a guest which collects fields without end has to be stopped.
        if (fields.size() >= state.limits().fieldCount() || bytes + (long) size(field) > state.limits().fieldBytes()) {
            throw Trap.of(
                    Trap.Kind.MEMORY_LIMIT,
                    "expected at most " + state.limits().fieldCount() + " HTTP fields of " + state.limits().fieldBytes()
                            + " bytes in all, found more");
        }
        state.memory().take(size(field));
        fields.add(field);
        bytes += size(field);
    }

    private void remove(String name) {
        int before = bytes;
        fields.removeIf(field -> {
            boolean it = field.is(name);
            bytes -= it ? size(field) : 0;
            return it;
        });
        state.memory().give(before - bytes);
    }

    private static int size(HttpField field) {
        return field.name().length() + field.value().length;
    }
}
