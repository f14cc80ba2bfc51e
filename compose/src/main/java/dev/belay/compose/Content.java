package dev.belay.compose;

import dev.belay.component.model.Bytes;

/** Bytes as a key. Different ones nearly always differ in length or in some of a few bytes: hashing all would not pay. */
record Content(Bytes bytes) {
    /** How many bytes are looked at for the hash. */
    private static final int SAMPLES = 64;

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && bytes.equals(content.bytes);
    }

    @Override
    public int hashCode() {
        int hash = bytes.size();
        int step = Math.max(1, bytes.size() / SAMPLES);
        for (int i = 0; i < bytes.size(); i += step) {
            hash = 31 * hash + bytes.get(i);
        }
        return hash;
    }
}
