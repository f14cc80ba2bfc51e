package dev.belay.bench.guest;

import dev.belay.component.type.ExternType;
import dev.belay.compose.Plug;
import dev.belay.runtime.Component;
import dev.belay.runtime.HostInterface;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds components in the source tree and composes them.
 *
 * @param root of the source tree
 */
public record Guests(Path root) {
    /** A system property: the root of the source tree. */
    public static final String ROOT = "belay.root";
    /** A system property: where the guests are that are too large for git; {@code target/guests} by default. */
    public static final String LARGE = "belay.bench.guests";

    /** What a harness is written in. */
    public static final String RUST = "Rust";

    public static final String JAVA = "Java";

    private static final String WASMPAY = "examples/wasmpay";

    /** Those of the source tree that the system property names; of the current directory without it. */
    public static Guests here() {
        return new Guests(Path.of(System.getProperty(ROOT, ".")).toAbsolutePath().normalize());
    }

    /** The one that the example has, in Java. */
    public Path harness() {
        return root.resolve(WASMPAY).resolve("harness/harness.wasm");
    }

    /** The first one, in Rust: what is measured with it compares with what was measured before. */
    public Path firstHarness() {
        return root.resolve(WASMPAY).resolve("harness/harness-0.1.0.wasm");
    }

    /** @param bank such as {@code nordhaven}, in Rust, and {@code terrano}, in C */
    public Path validator(String bank) {
        return root.resolve(WASMPAY).resolve("validators").resolve(bank).resolve(bank + ".wasm");
    }

    /** One of the benchmarks' own. */
    public Path own(String name) {
        return root.resolve("bench/guests").resolve(name).resolve(name + ".wasm");
    }

    /** One that {@code tools/build-guests.sh} builds; it may be missing. */
    public Path large(String name) {
        return Path.of(System.getProperty(LARGE, root.resolve("target/guests").toString()))
                .resolve(name + ".wasm");
    }

    /** The first harness with a bank's validator in it. */
    public byte[] composedValidator(String bank) {
        return composedWith(read(validator(bank)));
    }

    /** The same with a harness in {@link #RUST} or {@link #JAVA}. */
    public byte[] composedValidator(String harness, String bank) {
        return plug(harness.equals(JAVA) ? harness() : firstHarness(), read(validator(bank)));
    }

    /** The first harness with these bytes in it. */
    public byte[] composedWith(byte[] validator) {
        return plug(firstHarness(), validator);
    }

    public byte[] composedCalls() {
        return plug(own("caller"), read(own("callee")));
    }

    public byte[] composedHello() {
        return plug(own("hello"), read(own("greeter")));
    }

    /** Meets imports with everything that the host has. */
    public static LinkedComponent link(Component component) {
        var linker = new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all());
        if (component.type().imports().get(Ops.HOST_NAME) instanceof ExternType.Instance(var type)) {
            linker.define(HostInterface.of(Ops.HOST_NAME, type, Ops.inJava()));
        }
        return linker.link(component);
    }

    public static LinkedComponent link(byte[] bytes) {
        return link(Component.load(bytes));
    }

    /** @throws UncheckedIOException if the file cannot be read */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] plug(Path socket, byte[] plug) {
        return Plug.socket(socket.toString(), read(socket))
                .plug("the plug", plug)
                .compose()
                .bytes()
                .toByteArray();
    }
}
