package dev.belay.wasi.filesystem;

import dev.belay.runtime.HostFunction;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.Interfaces;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.io.IoError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code wasi:filesystem}: types and preopens. */
public final class FilesystemInterfaces {
    private FilesystemInterfaces() {}

    public static List<HostInterface> all() {
        return List.of(types(), preopens());
    }

    private static HostInterface preopens() {
        return Interfaces.builder("wasi:filesystem/preopens")
                .func("get-directories", (call, _) -> {
                    var directories = new ArrayList<Object>();
                    for (Preopen preopen : WasiContext.of(call).preopens()) {
                        try {
                            var root = new Root(preopen);
                            Set<String> flags = new HashSet<>(Set.of("read"));
                            if (root.writable()) {
                                flags.addAll(Set.of("write", "mutate-directory"));
                            }
                            directories.add(List.of(
                                    Descriptor.directory(root, root.top(), flags, WasiContext.of(call).openFiles()),
                                    preopen.guest()));
                        } catch (IOException e) {
                            throw new IllegalStateException(
                                    "expected a directory to open to the guest, found " + preopen.host() + ": "
                                            + FsException.of(e).code(),
                                    e);
                        }
                    }
                    return directories;
                })
                .build();
    }

    private static HostInterface types() {
        var builder = Interfaces.builder("wasi:filesystem/types")
                .resource("descriptor", Descriptor.class, Descriptor::close)
                .resource("directory-entry-stream", DirectoryEntries.class, DirectoryEntries::close)
                .func("filesystem-error-code", (_, args) -> ((IoError) args[0])
                        .detail()
                        .filter(FileInputStream.FileError.class::isInstance)
                        .map(e -> ((FileInputStream.FileError) e).code()))
                .func("[method]descriptor.is-same-object", (_, args) -> Attributes.sameFile(
                        ((Descriptor) args[0]).path(), ((Descriptor) args[1]).path()))
                .func("[method]directory-entry-stream.read-directory-entry",
                        result((_, args) -> ((DirectoryEntries) args[0]).next()));
        FileOperations.define((name, operation) -> builder.func("[method]descriptor." + name, result(operation)));
        DirectoryOperations.define((name, operation) -> builder.func("[method]descriptor." + name, result(operation)));
        return builder.build();
    }

    /** An operation that can fail with a code of the interface; null for no value. */
    @FunctionalInterface
    interface Operation {
        @Nullable Object run(WasiContext context, Object[] args) throws IOException;
    }

    /** Takes operations by the name of their method. */
    @FunctionalInterface
    interface Definitions {
        void add(String name, Operation operation);
    }

    private static HostFunction result(Operation operation) {
        return (call, args) -> {
            try {
                return new ResultValue.Ok(Optional.ofNullable(operation.run(WasiContext.of(call), args)));
            } catch (FsException e) {
                return ResultValue.err(e.code());
            } catch (java.nio.channels.ClosedByInterruptException e) {
                throw new dev.belay.wasi.io.InterruptedWait();
            } catch (IOException e) {
                return ResultValue.err(FsException.of(e).code());
            } catch (RuntimeException e) {
                return ResultValue.err(FsException.of(e).code());
            }
        };
    }
}
