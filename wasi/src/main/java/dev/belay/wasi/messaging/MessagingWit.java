package dev.belay.wasi.messaging;

import dev.belay.component.type.InstanceType;
import dev.belay.component.wit.WitTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The types of the messaging interfaces, from WIT beside this class; read once. */
final class MessagingWit {
    private static final String FILE = "messaging.wit";
    private static final String VERSION = "0.2.0";

    private MessagingWit() {}

    private static final class Holder {
        static final WitTypes TYPES = WitTypes.parse(read());
    }

    /** @param name without a version */
    static InstanceType type(String name) {
        return Holder.TYPES
                .interfaceType(versioned(name))
                .orElseThrow(() -> new IllegalStateException("no interface " + versioned(name) + " in " + FILE));
    }

    static String versioned(String name) {
        return name + "@" + VERSION;
    }

    private static String read() {
        try (InputStream in = MessagingWit.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
