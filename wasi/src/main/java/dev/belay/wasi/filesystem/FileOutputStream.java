package dev.belay.wasi.filesystem;

import dev.belay.wasi.io.Pollable;
import dev.belay.wasi.io.WasiOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes to a file, from some offset on or at its end. Files are always ready. */
final class FileOutputStream implements WasiOutputStream {
    private static final long PERMIT = 1 << 20;

    private final Descriptor file;
    private final boolean append;
    private long offset;

    FileOutputStream(Descriptor file, long offset, boolean append) {
        this.file = file;
        this.offset = offset;
        this.append = append;
    }

    @Override
    public long checkWrite() {
        return PERMIT;
    }

    @Override
    public void write(byte[] bytes) {
        try {
            FileChannel channel = file.writable();
            if (append) {
                offset = channel.size();
            }
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                offset += channel.write(buffer, offset);
            }
        } catch (IOException e) {
            throw FileInputStream.failed(FsException.of(e));
        }
    }

    @Override
    public void flush() {
        // every write goes to the system at once
    }

    @Override
    public Pollable subscribe() {
        return Pollable.always();
    }
}
