package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.internal.memory.LinearMemory;

/** Looks whether bytes in a memory are UTF-8: eight at a time while they are ASCII. */
final class Utf8 {
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    /** @param address of {@code length} bytes that are within the memory */
    static boolean isValid(LinearMemory memory, int address, int length) {
        int end = address + length;
        int at = address;
        while (at < end) {
            if (end - at >= 8 && (memory.readLong(at) & NOT_ASCII) == 0) {
                at += 8;
                continue;
            }
            int lead = memory.readByte(at);
            int more = lead >= 0 ? 0 : continuation(lead);
            if (more < 0 || end - at <= more || !continues(memory, at, lead, more)) {
                return false;
            }
            at += more + 1;
        }
        return true;
    }

    /** Bytes that follow a first one that is not ASCII; -1 if there is no such first byte. */
    private static int continuation(int lead) {
        int bits = lead & 0xff;
        return bits >= 0xc2 && bits <= 0xdf ? 1 : bits >= 0xe0 && bits <= 0xef ? 2 : bits >= 0xf0 && bits <= 0xf4 ? 3 : -1;
    }

    private static boolean continues(LinearMemory memory, int at, int lead, int more) {
        for (int i = 1; i <= more; i++) {
            if ((memory.readByte(at + i) & 0xc0) != 0x80) {
                return false;
            }
        }
        int second = more > 0 ? memory.readByte(at + 1) & 0xff : 0;
        return switch (lead & 0xff) {
            case 0xe0 -> second >= 0xa0; // otherwise two bytes would do
            case 0xed -> second <= 0x9f; // otherwise half a surrogate pair
            case 0xf0 -> second >= 0x90; // otherwise three bytes would do
            case 0xf4 -> second <= 0x8f; // otherwise past the last character
            default -> true;
        };
    }
}
