package dev.belay.cli;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real registry on a free port; without one installed the test is skipped, or fails if servers are required. */
record DockerRegistry(Process process, int port) implements AutoCloseable {
    /** A password of one letter, {@code a}, as bcrypt has it. */
    private static final String USER = "ada:$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");

    /** One that lets anybody in. */
    static DockerRegistry start(Path directory) throws IOException {
        return start(directory, "");
    }

    /** One that lets in {@code ada} with the password {@code a} only. */
    static DockerRegistry startWithUser(Path directory) throws IOException {
        Path users = directory.resolve("users");
        Files.writeString(users, USER + "\n");
        return start(directory, "auth: {htpasswd: {realm: test, path: %s}}\n".formatted(users));
    }

    private static DockerRegistry start(Path directory, String more) throws IOException {
        Path config = directory.resolve("registry.yml");
        Files.writeString(config, """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:0"}
                """.formatted(directory.resolve("data")) + more);
        Process process = new ProcessBuilder(executable().toString(), "serve", config.toString()).redirectErrorStream(true).start();
        BufferedReader log = process.inputReader();
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                // What it says later must be read too, or it waits.
                Thread.startVirtualThread(() -> log.lines().forEach(_ -> {}));
                return new DockerRegistry(process, Integer.parseInt(listening.group(1)));
            }
        }
        throw new IOException("docker-registry did not start:\n" + said);
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "docker-registry"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(DockerRegistry::missing);
    }

    private static Path missing() {
        String message = "docker-registry is not installed (Debian: apt-get install docker-registry)";
        return Boolean.getBoolean("belay.servers.required") ? fail(message) : abort(message);
    }
}
