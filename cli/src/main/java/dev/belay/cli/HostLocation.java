package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.AdminTarget;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.store.StoreException;
import dev.belay.platform.up.HostFile;
import java.io.IOException;
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

    @Option(names = "--host", paramLabel = "ADDRESS",
            description = "The host's admin API: https://HOST:PORT, http://HOST:PORT or unix:PATH, with the token in $" + TOKEN
                    + " or --token-file.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE",
            description = "Certificates (PEM) to trust, of which one is the host's or has signed it. Default: those that Java trusts.")
    private Optional<Path> authority = Optional.empty();

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with the token.")
    private Optional<Path> tokenFile = Optional.empty();

    /**
     * @param named the manifest, if the command names one itself
     * @throws Failure if no host is to be found
     */
    AdminClient connect(Optional<Path> named) {
        try {
            if (host.isPresent()) {
                return new AdminClient(target(host.get()), token(Optional.empty()));
            }
            Path file = named.orElse(manifest);
            if (!Files.exists(file)) {
                throw new Failure(file + ": no such file: name the host's manifest with --platform, or the host with --host");
            }
            HostFile its = HostFile.read(ManifestReader.host(file).state());
            return new AdminClient(its.target(), token(Optional.of(Path.of(its.token()))));
        } catch (StoreException e) {
            throw new Failure(e.kind() == StoreException.Kind.MISSING
                    ? "no host runs with " + named.orElse(manifest) + ": start one with `belay up`"
                    : ErrorReport.message(e));
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }

    private AdminTarget target(String address) {
        try {
            return AdminTarget.parse(address, authority);
        } catch (IllegalArgumentException e) {
            throw new Failure("--host: " + ErrorReport.message(e), ExitCode.USAGE);
        }
    }

    private String token(Optional<Path> ofHost) throws IOException {
        Optional<Path> file = tokenFile.or(() -> ofHost);
        if (file.isPresent()) {
            return Files.readString(file.get()).strip();
        }
        return Optional.ofNullable(System.getenv(TOKEN))
                .orElseThrow(() -> new Failure("--host needs a token: in $" + TOKEN + ", or a file with --token-file", ExitCode.USAGE));
    }
}
