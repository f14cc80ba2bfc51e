package dev.belay.wasi;

import dev.belay.component.wit.WitTypes;
import dev.belay.runtime.HostInterface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The WIT of a package that is none of WASI 0.2 itself: a file beside a class. */
public final class PackageWit {
    private final String file;
    private final String version;
    private final String source;
    private final WitTypes types;

    private PackageWit(String file, String version, String source) {
        this.file = file;
        this.version = version;
        this.source = source;
        this.types = WitTypes.parse(source);
    }

    /** @param version of the package */
    public static PackageWit beside(Class<?> type, String file, String version) {
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return new PackageWit(file, version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the definition of an interface, named without its version. */
    public HostInterface.Builder builder(String name) {
        String versioned = name + "@" + version;
        return HostInterface.builder(versioned, types.interfaceType(versioned)
                .orElseThrow(() -> new IllegalStateException("no interface " + versioned + " in " + file)));
    }

    public String source() {
        return source;
    }
}
