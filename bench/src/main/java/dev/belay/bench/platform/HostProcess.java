package dev.belay.bench.platform;

import dev.belay.bench.process.Jvm;
import dev.belay.bench.process.Resident;
import dev.belay.bench.process.Subprocess;
import dev.belay.bench.row.BenchException;
import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.up.HostFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A host in a process of its own. */
final class HostProcess implements AutoCloseable {
    private static final int GOODBYE_SECONDS = 60;

    private final Process process;
    private final String http;
    private final AdminClient admin;
    private final double startMillis;

    private HostProcess(Process process, String http, AdminClient admin, double startMillis) {
        this.process = process;
        this.http = http;
        this.admin = admin;
        this.startMillis = startMillis;
    }

    /** Starts it, and waits until it takes requests. */
    static HostProcess start(Path manifest, List<String> options) {
        Path log = manifest.resolveSibling("host.log");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(Jvm.command(options, HostProgram.class, List.of(manifest.toString())))
                    .redirectError(log.toFile())
                    .start();
            BufferedReader out = process.inputReader();
            Optional<String> http = Optional.ofNullable(out.readLine());
            Optional<String> admin = Optional.ofNullable(out.readLine());
            if (http.isEmpty() || admin.isEmpty()) {
                throw new BenchException("a host did not start: " + Files.readString(log).strip());
            }
            double millis = (System.nanoTime() - start) / 1e6;
            String token = Files.readString(Path.of(HostFile.read(ManifestReader.host(manifest).state()).token())).strip();
            return new HostProcess(process, http.get(), new AdminClient(URI.create(admin.get()), token), millis);
        } catch (IOException e) {
            throw new BenchException("cannot start a host: " + e.getMessage(), e);
        }
    }

    String http() {
        return http;
    }

    AdminClient admin() {
        return admin;
    }

    /** From its start to the moment it took requests. */
    double startMillis() {
        return startMillis;
    }

    double residentMib() {
        return Resident.mib(process.toHandle());
    }

    /** As {@code kill -9} does. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
            admin.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    @Override
    public void close() {
        Subprocess.end(process, GOODBYE_SECONDS);
        admin.close();
    }
}
