package dev.belay.platform.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records in a file, one after the other: a mark, the length, a checksum of the length and the content, the content.
 *
 * <p>What a process was writing when it ended is an incomplete record at the end. Anything else that is no record was changed
 * by somebody, or by the disk.
 */
final class Records {
    private static final int MARK = 0x424a5231; // BJR1
    private static final int HEADER = 12;
    /** A platform of a hundred thousand applications, of which all change. */
    private static final int MAX_BYTES = 512 << 20;

    private Records() {}

    /** @param good how many bytes at the beginning are whole records */
    record Read(List<byte[]> contents, int good) {}

    static ByteBuffer frame(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new IllegalArgumentException("expected a change of at most 512 MiB, found " + content.length + " bytes");
        }
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(MARK)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .flip();
    }

    /** All whole records from the beginning. */
    static Read read(byte[] bytes) {
        var contents = new ArrayList<byte[]>();
        int at = 0;
        for (Optional<byte[]> next = at(bytes, at); next.isPresent(); next = at(bytes, at)) {
            contents.add(next.get());
            at += HEADER + next.get().length;
        }
        return new Read(contents, at);
    }

    /** Whether there is a whole record somewhere behind, so that what is before it was written whole, too. */
    static boolean hasRecordBehind(byte[] bytes, int from) {
        for (int at = from + 1; at <= bytes.length - HEADER; at++) {
            if (at(bytes, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> at(byte[] bytes, int at) {
        if (bytes.length - at < HEADER) {
            return Optional.empty();
        }
        var header = ByteBuffer.wrap(bytes, at, HEADER);
        if (header.getInt() != MARK) {
            return Optional.empty();
        }
        int length = header.getInt();
        int checksum = header.getInt();
        if (length < 0 || length > bytes.length - at - HEADER) {
            return Optional.empty();
        }
        byte[] content = new byte[length];
        System.arraycopy(bytes, at + HEADER, content, 0, length);
        return checksum(content) == checksum ? Optional.of(content) : Optional.empty();
    }

    private static int checksum(byte[] content) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
        crc.update(content);
        return (int) crc.getValue();
    }
}
