package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.store.StoreException;
import dev.belay.platform.up.HostFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which host a command asks: one that runs here with a manifest, or any by its address and token. */
final class HostLocation {
    /** An environment variable with a token. */
    private static final String TOKEN = "BELAY_ADMIN_TOKEN";

    @Option(names = {"-p", "--platform"}, paramLabel = "FILE",
            description = "The manifest of the host that runs on this machine. Default: platform.yaml.")
    private Path manifest = Path.of("platform.yaml");

    @Option(names = "--admin", paramLabel = "URL",
            description = "The host's admin API, such as http://127.0.0.1:9090, with the token in $" + TOKEN + " or --token-file.")
    private Optional<URI> admin = Optional.empty();

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with the token.")
    private Optional<Path> tokenFile = Optional.empty();

    /**
     * @param named the manifest, if the command names one itself
     * @throws Failure if no host is to be found
     */
    AdminClient connect(Optional<Path> named) {
        try {
            if (admin.isPresent()) {
                return new AdminClient(admin.get(), token(Optional.empty()));
            }
            Path file = named.orElse(manifest);
            if (!Files.exists(file)) {
                throw new Failure(file + ": no such file: name the host's manifest with --platform, or the host with --admin");
            }
            HostFile host = HostFile.read(ManifestReader.host(file).state());
            return new AdminClient(URI.create(host.admin()), token(Optional.of(Path.of(host.token()))));
        } catch (StoreException e) {
            throw new Failure(e.kind() == StoreException.Kind.MISSING
                    ? "no host runs with " + named.orElse(manifest) + ": start one with `belay up`"
                    : ErrorReport.message(e));
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }

    private String token(Optional<Path> ofHost) throws IOException {
        Optional<Path> file = tokenFile.or(() -> ofHost);
        if (file.isPresent()) {
            return Files.readString(file.get()).strip();
        }
        return Optional.ofNullable(System.getenv(TOKEN))
                .orElseThrow(() -> new Failure("--admin needs a token: in $" + TOKEN + ", or a file with --token-file", ExitCode.USAGE));
    }
}
