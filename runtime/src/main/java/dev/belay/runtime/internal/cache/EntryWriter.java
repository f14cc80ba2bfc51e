package dev.belay.runtime.internal.cache;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an entry beside its place; {@link #finish} moves it there, and {@link #close} without that drops it. */
final class EntryWriter implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final DataOutputStream out;
    private final Map<String, Entry.Span> classes = new LinkedHashMap<>();
    private boolean finished;

    EntryWriter(CacheDirectory directory, EntryName name) throws IOException {
        this.target = directory.file(name);
        this.temporary = directory.temporary();
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
        out.writeLong(EntryFormat.MAGIC);
        out.writeInt(EntryFormat.VERSION);
        out.write(HexFormat.of().parseHex(name.hex()));
    }

    boolean has(String name) {
        return classes.containsKey(name);
    }

    /**
     * @throws IOException if it cannot be written, or the file would be larger than it may be
     */
    void add(String name, byte[] bytes) throws IOException {
        if (bytes.length > EntryFormat.MAX_CLASS
                || name.length() > EntryFormat.MAX_CLASS_NAME
                || classes.size() >= EntryFormat.MAX_CLASSES
                || (long) out.size() + bytes.length > EntryFormat.MAX_FILE / 2) {
            throw new IOException("the module has more compiled code than an entry takes");
        }
        classes.put(name, new Entry.Span(out.size(), bytes.length, Hashes.checksum(bytes, 0, bytes.length)));
        out.write(bytes);
    }

    /**
     * @param complete whether these are all classes of the module
     */
    void finish(boolean complete) throws IOException {
        int indexAt = out.size();
        byte[] index = index(complete);
        out.write(index);
        out.writeInt(indexAt);
        out.writeInt(index.length);
        out.writeInt(Hashes.checksum(index, 0, index.length));
        out.writeLong(EntryFormat.MAGIC);
        out.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
    }

    private byte[] index(boolean complete) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var index = new DataOutputStream(bytes);
        index.writeInt(classes.size());
        index.writeBoolean(complete);
        for (var each : classes.entrySet()) {
            byte[] name = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
            index.writeShort(name.length);
            index.write(name);
            index.writeInt(each.getValue().start());
            index.writeInt(each.getValue().length());
            index.writeInt(each.getValue().checksum());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            CacheLog.notWritten(target, e);
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            CacheLog.notWritten(temporary, e);
        }
    }
}
