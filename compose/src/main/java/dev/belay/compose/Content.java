package dev.belay.compose;

import java.util.Arrays;

/** Bytes as a key. Different ones nearly always differ in length or soon, so that hashing all of them would not pay. */
final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.length;
    }
}
