package dev.belay.wasi;

import dev.belay.component.type.InstanceType;
import dev.belay.component.wit.WitTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The types of WASI's interfaces, from WIT beside this class; read once. */
public final class WasiWit {
    /** The version that the host implements. Components made for any other 0.2 link against it. */
    public static final String VERSION = "0.2.12";

    private static final List<String> FILES =
            List.of("io", "clocks", "random", "cli", "filesystem", "sockets", "http");

    private WasiWit() {}

    private static final class Holder {
        static final WitTypes TYPES = WitTypes.parse(
                FILES.stream().map(WasiWit::read).toArray(String[]::new));
    }

    /** @param name without a version, such as {@code wasi:io/streams} */
    public static InstanceType type(String name) {
        return Holder.TYPES
                .interfaceType(versioned(name))
                .orElseThrow(() -> new IllegalStateException("no interface " + versioned(name) + " in Belay's WIT"));
    }

    public static String versioned(String name) {
        return name + "@" + VERSION;
    }

    /** The WIT of every interface, a package a text. */
    public static List<String> sources() {
        return FILES.stream().map(WasiWit::read).toList();
    }

    private static String read(String file) {
        try (InputStream in = WasiWit.class.getResourceAsStream("wit/" + file + ".wit")) {
            if (in == null) {
                throw new IllegalStateException("wit/" + file + ".wit is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
