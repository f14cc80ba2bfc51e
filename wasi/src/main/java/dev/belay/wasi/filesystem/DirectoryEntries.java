package dev.belay.wasi.filesystem;

import dev.belay.runtime.value.RecordValue;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** The resource {@code directory-entry-stream}. */
final class DirectoryEntries {
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private final OpenFiles budget;

    DirectoryEntries(Path directory, OpenFiles budget) {
        budget.take();
        try {
            this.stream = Files.newDirectoryStream(directory);
        } catch (IOException e) {
            budget.release();
            throw FsException.of(e);
        }
        this.entries = stream.iterator();
        this.budget = budget;
    }

    /** The next record {@code directory-entry}, empty behind the last. */
    Optional<Object> next() {
        try {
            while (entries.hasNext()) {
                Path entry = entries.next();
                try {
                    return Optional.of(RecordValue.of(
                            "type", Attributes.type(Attributes.read(entry)),
                            "name", entry.getFileName().toString()));
                } catch (FsException e) {
                    if (!e.code().equals("no-entry")) {
                        throw e;
                    }
                    // removed since the directory was read
                }
            }
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            throw e.getCause() == null ? new FsException("io") : FsException.of(e.getCause());
        }
    }

    void close() {
        budget.release();
        try {
            stream.close();
        } catch (IOException _) {
            // the guest has let go of it: there is nobody left to tell
        }
    }
}
