package dev.belay.compose.internal.componentize;

import dev.belay.component.model.Bytes;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreExternType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The adapters for WASI preview 1 that Belay brings; their sources are in {@code compose/adapter}. */
public final class Preview1 {
    public static final String MODULE = "wasi_snapshot_preview1";

    private static final String RUN = "wasi:cli/run@0.2.0";
    private static final String START = "_start";
    /** Without one of these a program never has a file or directory open. */
    private static final Set<String> OPENING = Set.of("path_open", "fd_prestat_get");

    private Preview1() {}

    /** The smallest that serves a module. */
    public static CoreInput adapterFor(CoreInput main) {
        boolean files = main.type().imports().stream()
                .anyMatch(item -> item.module().equals(MODULE) && OPENING.contains(item.name()));
        String name = files ? "preview1.wasm" : "preview1-without-files.wasm";
        return CoreInput.of("Belay's adapter `" + MODULE + "`", Bytes.of(read(name)));
    }

    /**
     * The world that a command fits beside those given; none if the module has no {@code _start}, or a world has
     * {@code wasi:cli/run} already.
     */
    public static Optional<ComponentType> exportOf(CoreInput main, List<ComponentType> worlds) {
        boolean exported = Stream.concat(worlds.stream(), main.worlds().stream())
                .flatMap(world -> world.exports().keySet().stream())
                .anyMatch(name -> Versions.same(name, RUN));
        if (exported || !(main.type().exports().get(START) instanceof CoreExternType.Func)) {
            return Optional.empty();
        }
        var run = new FunctionType(
                false, List.of(), Optional.of(new ValueType.Result(Optional.empty(), Optional.empty())));
        var instance = new InstanceType(Map.of("run", new ExternType.Func(run)));
        return Optional.of(new ComponentType(Map.of(), Map.of(RUN, new ExternType.Instance(instance))));
    }

    private static byte[] read(String name) {
        try (InputStream in = Preview1.class.getResourceAsStream("/dev/belay/compose/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
