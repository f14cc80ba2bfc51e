package dev.belay.component.binary;

import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the parts that every definition is made of, each in its shortest form. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void u8(int value) {
        out.write(value);
    }

    /** An unsigned LEB128. */
    void u32(int value) {
        u64(Integer.toUnsignedLong(value));
    }

    void u64(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        u8((int) rest);
    }

    /** A signed LEB128. */
    void s33(long value) {
        long rest = value;
        while (rest < -64 || rest > 63) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        u8((int) (rest & 0x7f));
    }

    void name(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        u32(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    void bytes(Bytes bytes) {
        out.write(bytes.array(), bytes.offset(), bytes.size());
    }

    <T> void vec(List<T> items, Consumer<? super T> item) {
        u32(items.size());
        items.forEach(item);
    }

    <T> void vecAt(List<At<T>> items, Consumer<? super T> item) {
        vec(items, at -> item.accept(at.it()));
    }

    <T> void optional(Optional<T> value, Consumer<? super T> item) {
        u8(value.isPresent() ? 1 : 0);
        value.ifPresent(item);
    }

    void flag(boolean value) {
        u8(value ? 1 : 0);
    }

    /** What {@code body} holds, with its size before it. */
    void sized(ByteWriter body) {
        u32(body.out.size());
        try {
            // Without a copy: a component can be nearly all of what is around it.
            body.out.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
