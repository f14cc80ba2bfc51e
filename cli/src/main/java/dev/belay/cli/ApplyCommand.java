package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.manifest.Manifest;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Has a running host run what a manifest says, and nothing else.",
        footer = {
            "",
            "Examples:",
            "  belay apply platform.yaml --plan",
            "  belay apply platform.yaml",
            "",
            "Shows which applications change, and composes, loads and checks each before anything is moved: if one does not fit,",
            "nothing changes and it ends with 1. Requests under way end in the revision in which they began."
        })
final class ApplyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", defaultValue = "platform.yaml", description = "The manifest. Default: platform.yaml.")
    private Path file = Path.of("platform.yaml");

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    ApplyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Map<Digest, byte[]> files = new HashMap<>();
        Manifest manifest;
        try (var registries = Registries.on(streams)) {
            manifest = ManifestReader.read(file, files::put, registries);
        }
        try (AdminClient host = location.connect(Optional.of(file))) {
            host.upload(files.keySet(), BlobSource.of(files));
            Outcome outcome = host.post(
                    "/v1/apply",
                    new Messages.Apply(manifest.stacks(), manifest.applications(), file.toString(), change.plan()),
                    Outcome.class);
            return change.report(outcome, manifest.fetched(), streams);
        }
    }
}
