package dev.belay.platform.rollout;

import dev.belay.platform.store.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory of one host: a second one is kept out of it. The system gives the lock back, however a process ends. */
final class StateDirectory implements AutoCloseable {
    private final FileChannel lock;

    private StateDirectory(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * @throws RefusedException if another host has it
     */
    static StateDirectory lock(Path directory) {
        Path file = Durable.directories(directory).resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new StateDirectory(channel);
                }
            } catch (OverlappingFileLockException _) {
                // Another host in this process.
            }
            channel.close();
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
        throw new RefusedException(directory + ": expected a directory that no other host uses: one runs with it already");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The lock is gone with the process at the latest.
        }
    }
}
