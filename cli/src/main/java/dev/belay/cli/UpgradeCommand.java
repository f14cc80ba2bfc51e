package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.BlobSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = "Gives all applications of a harness another version of it.",
        footer = {
            "",
            "Examples:",
            "  belay upgrade --harness harness-2.wasm --plan",
            "  belay upgrade --harness harness-2.wasm --stack payments",
            "  belay upgrade --harness oci://registry.example.com/harness:2",
            "",
            "Every application is composed anew, loaded and checked before any is moved: if one does not fit, nothing changes."
        })
final class UpgradeCommand implements Callable<Integer> {
    @Option(names = "--harness", required = true, paramLabel = "FILE", description = "The new upper component: a file, or oci:// and where it is in a registry.")
    private String harness = "";

    @Option(names = "--stack", paramLabel = "NAME", description = "Which harness, if there is more than one.")
    private Optional<String> stack = Optional.empty();

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    UpgradeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<Digest, byte[]> files = new HashMap<>();
        Part part = Reference.isMeant(harness) ? fetched(files) : file(files);
        try (AdminClient host = location.connect(Optional.empty())) {
            String name = stack.orElseGet(() -> only(host));
            host.upload(files.keySet(), BlobSource.of(files));
            Outcome outcome = host.post("/v1/upgrade", new Messages.Upgrade(name, part, change.plan()), Outcome.class);
            return change.report(outcome, Reference.isMeant(harness) ? List.of(part) : List.of(), streams);
        }
    }

    private Part fetched(Map<Digest, byte[]> files) {
        Reference reference = Registries.reference(harness);
        try (var registries = Registries.on(streams)) {
            Fetched fetched = registries.fetch(reference);
            files.put(fetched.digest(), fetched.bytes());
            return new Part(fetched.reference().toString(), fetched.digest());
        }
    }

    private Part file(Map<Digest, byte[]> files) {
        byte[] bytes = ComponentFile.read(harness, streams).with(its -> its);
        var part = new Part(harness, Digest.of(bytes));
        files.put(part.digest(), bytes);
        return part;
    }

    private static String only(AdminClient host) {
        var stacks = host.get("/v1/status", Map.of(), Messages.Status.class).stacks().keySet();
        if (stacks.size() != 1) {
            throw new RefusedException("expected one harness, found " + Worded.names(stacks) + ": name one with --stack");
        }
        return stacks.iterator().next();
    }
}
