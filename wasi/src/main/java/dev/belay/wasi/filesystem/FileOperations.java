package dev.belay.wasi.filesystem;

import dev.belay.runtime.value.VariantValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods of descriptors that are about what is open, not about paths. */
final class FileOperations {
    /** More is read in several calls, whatever a guest asks for. */
    private static final int MAX_READ = 1 << 20;

    private FileOperations() {}

    static void define(FilesystemInterfaces.Definitions to) {
        to.add("read-via-stream", (_, args) -> {
            self(args).readable();
            return new FileInputStream(self(args), offset(args[1]));
        });
        to.add("write-via-stream", (_, args) -> {
            self(args).writable();
            return new FileOutputStream(self(args), offset(args[1]), false);
        });
        to.add("append-via-stream", (_, args) -> {
            self(args).writable();
            return new FileOutputStream(self(args), 0, true);
        });
        to.add("advise", (_, args) -> {
            self(args).channel();
            return null;
        });
        to.add("sync-data", (_, args) -> sync(args, false));
        to.add("sync", (_, args) -> sync(args, true));
        to.add("get-flags", (_, args) -> self(args).flags());
        to.add("get-type", (_, args) -> Attributes.type(Attributes.read(self(args).path())));
        to.add("set-size", (_, args) -> setSize(self(args).writable(), offset(args[1])));
        to.add("set-times", (context, args) -> {
            self(args).root().requireWritable();
            Attributes.setTimes(
                    self(args).path(), (VariantValue) args[1], (VariantValue) args[2], context.clock());
            return null;
        });
        to.add("read", (_, args) -> read(self(args).readable(), (Long) args[1], offset(args[2])));
        to.add("write", (_, args) -> write(self(args).writable(), (byte[]) args[1], offset(args[2])));
        to.add("stat", (_, args) -> Attributes.stat(self(args).path()));
        to.add("metadata-hash", (_, args) -> Attributes.hash(self(args).path()));
    }

    static Descriptor self(Object[] args) {
        return (Descriptor) args[0];
    }

    private static long offset(Object value) {
        long offset = (Long) value;
        if (offset < 0) {
            throw new FsException("overflow");
        }
        return offset;
    }

    private static @Nullable Object sync(Object[] args, boolean metadata) throws IOException {
        if (!self(args).isDirectory()) {
            self(args).channel().force(metadata);
        }
        return null;
    }

    private static @Nullable Object setSize(FileChannel channel, long size) throws IOException {
        long now = channel.size();
        if (size < now) {
            channel.truncate(size);
        } else if (size > now) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
        return null;
    }

    private static Object read(FileChannel channel, long length, long offset) throws IOException {
        int limit = length < 0 || length > MAX_READ ? MAX_READ : (int) length;
        byte[] bytes = new byte[limit];
        int count = channel.read(ByteBuffer.wrap(bytes), offset);
        boolean end = count < 0 || offset + count >= channel.size();
        return List.of(Arrays.copyOf(bytes, Math.max(count, 0)), end);
    }

    private static Object write(FileChannel channel, byte[] bytes, long offset) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, offset + buffer.position());
        }
        return (long) bytes.length;
    }
}
