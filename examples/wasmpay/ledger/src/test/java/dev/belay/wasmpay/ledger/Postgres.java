package dev.belay.wasmpay.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server of the machine's own installation, with data in a directory that goes with it. */
final class Postgres implements AutoCloseable {
    static final String USER = "ledger";
    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path home;
    private final int port;
    private int databases;

    private Postgres(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    /** Skips the test if PostgreSQL is not installed, unless it is required. */
    static Postgres start() throws Exception {
        var programs = programs();
        if (!Boolean.getBoolean("belay.servers.required")) {
            assumeTrue(programs.isPresent(), "PostgreSQL is not installed (Debian: postgresql)");
        }
        Path home = Files.createTempDirectory("postgres");
        var server = new Postgres(
                programs.orElseThrow(() -> new IllegalStateException("expected PostgreSQL below " + INSTALLATIONS)),
                home, freePort());
        if (isRoot()) {
            run(List.of("chown", "postgres", home.toString()));
        }
        server.run("initdb", "-D", server.data(), "-U", USER, "-A", "trust", "-N", "-E", "UTF8");
        server.run("pg_ctl", "-D", server.data(), "-w", "-l", home.resolve("log").toString(),
                "-o", "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off", "start");
        return server;
    }

    /** The address of a new one. */
    String newDatabase() {
        String name = "ledger" + databases++;
        String base = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(base + "postgres", USER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return base + name;
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private void run(String program, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws Exception {
        // To a file: what the server inherits must not be a pipe of ours, which would stay open.
        Path output = Files.createTempFile("postgres", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
