package dev.belay.bench.row;

import dev.belay.bench.process.Jvm;
import dev.belay.bench.process.Node;
import dev.belay.bench.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers that are compared: each listens on a port of its own as soon as it can. */
public final class Servers {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** The launcher's: what was built is measured, whatever changed since. */
    public static final Map<String, String> AS_BUILT = Map.of("BELAY_NO_BUILD", "1");

    private final Setup setup;

    Servers(Setup setup) {
        this.setup = setup;
    }

    /** {@code belay serve}, by its launcher. Its JVM takes the launcher's place. */
    ServerProcess belay(Path component) {
        return ServerProcess.start(
                port -> List.of(launcher(), "serve", component.toString(), "--http", "127.0.0.1:" + port),
                AS_BUILT, log(), OK, NOT_FOUND);
    }

    /** {@code belay up}, with one application that answers everything. */
    ServerProcess platform(Path component) {
        return ServerProcess.start(
                port -> List.of(launcher(), "up", file("platform.yaml", """
                        platform: bench
                        http: {address: "127.0.0.1:%d"}
                        applications:
                          hello: {component: %s, triggers: [{http: {path: /}}]}
                        """.formatted(port, component).getBytes(StandardCharsets.UTF_8)).toString()),
                AS_BUILT, log(), OK, NOT_FOUND);
    }

    private String launcher() {
        return setup.guests().root().resolve("belay").toString();
    }

    /** Jetty alone. */
    ServerProcess jetty(List<String> options) {
        return ServerProcess.start(
                port -> Jvm.jettyCommand(options, setup.work(), port), Map.of(), log(), OK);
    }

    /** {@code jco serve}. */
    ServerProcess jco(Path component) {
        var node = Node.find(setup.guests(), setup.work());
        return ServerProcess.start(
                port -> {
                    var command = new ArrayList<>(node.jco());
                    command.addAll(List.of("serve", "--port", String.valueOf(port), component.toString()));
                    return command;
                },
                Map.of(), log(), OK);
    }

    /** A file of these bytes. */
    Path file(String name, byte[] bytes) {
        try {
            return Files.write(setup.work().resolve(name), bytes);
        } catch (IOException e) {
            throw new BenchException("cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    private Path log() {
        return setup.work().resolve("server.log");
    }
}
