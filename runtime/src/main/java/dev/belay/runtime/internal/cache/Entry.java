package dev.belay.runtime.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of an entry's file. The file is opened for each class: there may be more entries in use than a process can have
 * files open.
 *
 * @param complete whether a module's classes are all there
 */
record Entry(Path file, Map<String, Span> classes, boolean complete, long size) {

    /** Where a class is. */
    record Span(int start, int length, int checksum) {}

    /**
     * @throws IOException if it cannot be read, or is no entry of that name
     */
    static Entry read(Path file, EntryName name) throws IOException {
        try (var channel = open(file)) {
            long size = channel.size();
            if (size < EntryFormat.HEAD_SIZE + EntryFormat.TAIL_SIZE || size > EntryFormat.MAX_FILE) {
                throw new IOException("a file of " + size + " bytes is no entry");
            }
            checkHead(read(channel, 0, EntryFormat.HEAD_SIZE), name);
            int tailAt = (int) size - EntryFormat.TAIL_SIZE;
            ByteBuffer tail = read(channel, tailAt, EntryFormat.TAIL_SIZE);
            int indexAt = tail.getInt();
            int length = tail.getInt();
            int checksum = tail.getInt();
            if (tail.getLong() != EntryFormat.MAGIC || indexAt < EntryFormat.HEAD_SIZE || length != tailAt - indexAt) {
                throw new IOException("the end is missing");
            }
            ByteBuffer index = read(channel, indexAt, length);
            if (Hashes.checksum(index.array(), 0, length) != checksum) {
                throw new IOException("the index is damaged");
            }
            return of(file, index, indexAt, size);
        }
    }

    private static void checkHead(ByteBuffer head, EntryName name) throws IOException {
        byte[] itsName = new byte[EntryFormat.NAME_SIZE];
        if (head.getLong() != EntryFormat.MAGIC || head.getInt() != EntryFormat.VERSION) {
            throw new IOException("this is no entry, or one of another version");
        }
        head.get(itsName);
        if (!Hashes.hex(itsName).equals(name.hex())) {
            throw new IOException("this is the entry " + Hashes.hex(itsName));
        }
    }

    private static Entry of(Path file, ByteBuffer index, int end, long size) throws IOException {
        try {
            int count = index.getInt();
            boolean complete = index.get() != 0;
            if (count < 0 || count > EntryFormat.MAX_CLASSES || count > index.remaining()) {
                throw new IOException("an index of " + count + " classes");
            }
            var classes = LinkedHashMap.<String, Span>newLinkedHashMap(count);
            for (int i = 0; i < count; i++) {
                var name = new byte[Short.toUnsignedInt(index.getShort())];
                index.get(name);
                var span = new Span(index.getInt(), index.getInt(), index.getInt());
                if (span.start() < EntryFormat.HEAD_SIZE
                        || span.length() < 0
                        || span.length() > EntryFormat.MAX_CLASS
                        || span.start() > end - span.length()) {
                    throw new IOException("a class is outside of the file");
                }
                classes.put(new String(name, java.nio.charset.StandardCharsets.ISO_8859_1), span);
            }
            return new Entry(file, Map.copyOf(classes), complete, size);
        } catch (java.nio.BufferUnderflowException e) {
            throw new IOException("the index ends early", e);
        }
    }

    /** A class; empty if there is none of that name, or the file is damaged. */
    Optional<byte[]> bytes(String name) {
        Span span = classes.get(name);
        if (span == null) {
            return Optional.empty();
        }
        try (var channel = open(file)) {
            byte[] bytes = read(channel, span.start(), span.length()).array();
            if (Hashes.checksum(bytes, 0, bytes.length) == span.checksum()) {
                return Optional.of(bytes);
            }
            CacheLog.unusable(file, "the class " + name + " is damaged");
        } catch (IOException e) {
            CacheLog.unusable(file, e);
        }
        return Optional.empty();
    }

    /** Opens a regular file only: neither does a link lead elsewhere, nor does a pipe keep us waiting. */
    private static SeekableByteChannel open(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? new IOException("this is no regular file")
                    : new java.nio.file.NoSuchFileException(file.toString());
        }
        return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private static ByteBuffer read(SeekableByteChannel channel, int at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the file ends early");
            }
        }
        return buffer.flip();
    }
}
