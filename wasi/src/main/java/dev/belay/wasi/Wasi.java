package dev.belay.wasi;

import dev.belay.runtime.HostInterface;
import dev.belay.wasi.cli.CliInterfaces;
import dev.belay.wasi.clocks.ClockInterfaces;
import dev.belay.wasi.filesystem.FilesystemInterfaces;
import dev.belay.wasi.io.IoInterfaces;
import dev.belay.wasi.random.RandomInterfaces;
import dev.belay.wasi.sockets.DeniedSockets;
import java.util.List;
import java.util.stream.Stream;

/** WASI 0.2 for a {@link dev.belay.runtime.Linker}: {@code linker.define(Wasi.interfaces())}. HTTP is apart. */
public final class Wasi {
    private Wasi() {}

    private static final class Holder {
        static final List<HostInterface> ALL = Stream.of(
                        IoInterfaces.all(),
                        ClockInterfaces.all(),
                        RandomInterfaces.all(),
                        CliInterfaces.all(),
                        FilesystemInterfaces.all(),
                        DeniedSockets.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Every interface. They hold no state: what an instance may do is in the {@link WasiContext} that it is made with, and
     * without one it may do nothing.
     */
    public static List<HostInterface> interfaces() {
        return Holder.ALL;
    }
}
