package dev.belay.bench.platform;

import dev.belay.bench.process.Resident;
import dev.belay.bench.process.Subprocess;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Servers;
import dev.belay.bench.row.Setup;
import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.AdminTarget;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.manifest.Manifest;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobSource;
import dev.belay.platform.up.HostFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code belay up}, by its launcher. Its JVM takes the launcher's place. */
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

    /**
     * Starts it, and waits until it takes requests.
     *
     * @param more options of its JVM
     */
    static HostProcess start(Path manifest, Setup setup, String... more) {
        Path log = manifest.resolveSibling("host.log");
        try {
            long start = System.nanoTime();
            var builder = new ProcessBuilder(setup.guests().root().resolve("belay").toString(), "up", manifest.toString())
                    .redirectError(log.toFile());
            builder.environment().putAll(Servers.AS_BUILT);
            builder.environment().merge("BELAY_JAVA_OPTS", String.join(" ", more), (before, its) -> before + " " + its);
            Process process = builder.start();
            BufferedReader out = process.inputReader();
            Optional<String> http = Optional.ofNullable(out.readLine());
            Optional<String> admin = Optional.ofNullable(out.readLine()).map(line -> line.substring(line.lastIndexOf(' ') + 1));
            if (http.isEmpty() || admin.isEmpty()) {
                throw new BenchException("a host did not start: " + Files.readString(log).strip());
            }
            double millis = (System.nanoTime() - start) / 1e6;
            String token = Files.readString(Path.of(HostFile.read(ManifestReader.host(manifest).state()).token())).strip();
            return new HostProcess(process, http.get(), new AdminClient(AdminTarget.parse(admin.get(), Optional.empty()), token), millis);
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

    /** Has it run what a manifest says. */
    Outcome apply(Path manifest) {
        Map<Digest, byte[]> files = new HashMap<>();
        try {
            Manifest read = ManifestReader.read(manifest, files::put, RemoteComponents.none());
            admin.upload(files.keySet(), BlobSource.of(files));
            return admin.post("/v1/apply", new Messages.Apply(read.stacks(), read.applications(), "bench", false), Outcome.class);
        } catch (IOException e) {
            throw new BenchException("cannot read " + manifest, e);
        }
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
