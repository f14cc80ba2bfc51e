package dev.belay.wasi.filesystem;

import dev.belay.wasi.io.IoError;
import dev.belay.wasi.io.Pollable;
import dev.belay.wasi.io.StreamException;
import dev.belay.wasi.io.WasiInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A file from some offset on. Files are always ready. */
final class FileInputStream implements WasiInputStream {
    private final Descriptor file;
    private long offset;

    FileInputStream(Descriptor file, long offset) {
        this.file = file;
        this.offset = offset;
    }

    @Override
    public byte[] read(int limit) {
        if (limit == 0) {
            return NOTHING;
        }
        byte[] bytes = new byte[limit];
        try {
            int count = file.readable().read(ByteBuffer.wrap(bytes), offset);
            if (count < 0) {
                throw StreamException.closed();
            }
            offset += count;
            return count == limit ? bytes : java.util.Arrays.copyOf(bytes, count);
        } catch (IOException e) {
            throw failed(FsException.of(e));
        }
    }

    static StreamException failed(FsException e) {
        return StreamException.failed(new IoError(e.code(), Optional.of(new FileError(e.code()))));
    }

    /** What {@code filesystem-error-code} looks for in an error. */
    record FileError(String code) {}

    @Override
    public Pollable subscribe() {
        return Pollable.always();
    }
}
