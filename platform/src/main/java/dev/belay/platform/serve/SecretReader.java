package dev.belay.platform.serve;

import dev.belay.platform.spec.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads secrets where they are kept. No message of this has one in it. */
public final class SecretReader {
    /** Keys and certificates are smaller. */
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, String> environment;

    public SecretReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * @param name for messages
     * @throws StartException if there is none
     */
    public String read(String name, SecretSource source) {
        return source.file().map(file -> ofFile(name, file)).orElseGet(() -> ofVariable(name, source.variable().orElse("")));
    }

    private String ofVariable(String name, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .orElseThrow(() -> new StartException(
                        "secret " + name + ": expected the variable " + variable + " in the host's environment, found none"));
    }

    private static String ofFile(String name, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MOST_BYTES) {
                throw new StartException("secret " + name + ": expected at most 1 MiB in " + file);
            }
            String text = Files.readString(path);
            return text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new StartException(
                    "secret " + name + ": cannot be read from " + file + ": " + e.getClass().getSimpleName(), e);
        }
    }
}
