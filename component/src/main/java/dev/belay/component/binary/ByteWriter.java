package dev.belay.component.binary;

import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the parts that every definition is made of, each in its shortest form. What is long already is kept where it is, and
 * copied once, in the end: a component can be nearly all of what is around it.
 */
final class ByteWriter {
    /** In bytes. Shorter pieces are copied at once. */
    private static final int LONG = 1 << 10;

    /** What comes before {@code out}. */
    private final List<Bytes> before = new ArrayList<>();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int size;

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
        if (bytes.size() < LONG) {
            out.write(bytes.array(), bytes.offset(), bytes.size());
        } else {
            keepWritten();
            keep(bytes);
        }
    }

    private void keepWritten() {
        if (out.size() > 0) {
            keep(Bytes.of(out.toByteArray()));
            out = new ByteArrayOutputStream();
        }
    }

    private void keep(Bytes bytes) {
        before.add(bytes);
        size = Math.addExact(size, bytes.size());
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
        u32(Math.addExact(body.size, body.out.size()));
        body.before.forEach(this::bytes);
        bytes(Bytes.of(body.out.toByteArray()));
    }

    byte[] toByteArray() {
        byte[] all = new byte[Math.addExact(size, out.size())];
        int at = 0;
        for (Bytes piece : before) {
            System.arraycopy(piece.array(), piece.offset(), all, at, piece.size());
            at += piece.size();
        }
        System.arraycopy(out.toByteArray(), 0, all, at, out.size());
        return all;
    }
}
