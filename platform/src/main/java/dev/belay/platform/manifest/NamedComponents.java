package dev.belay.platform.manifest;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.platform.yaml.Value;
import dev.belay.wit.error.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The components that a manifest names, each had once: out of a registry, or a file. */
final class NamedComponents {
    private final NamedFiles files;
    private final Blobs blobs;
    private final Consumer<Problem> problems;
    private final Map<String, Fetching.Result> fetched;
    private final Map<String, Part> given = new HashMap<>();

    /** @param root of the manifest, all of whose references are fetched now */
    NamedComponents(At root, NamedFiles files, RemoteComponents remote, Blobs blobs, Consumer<Problem> problems) {
        this.files = files;
        this.blobs = blobs;
        this.problems = problems;
        this.fetched = Fetching.all(references(root), remote);
    }

    private static Set<String> references(At root) {
        var names = new LinkedHashSet<String>();
        root.entries("harnesses").values().stream().map(At::of).forEach(harness -> {
            harness.text("upper").ifPresent(names::add);
            names.addAll(harness.texts("lower"));
            names.addAll(harness.texts("middleware"));
        });
        root.entries("applications").values().forEach(application -> At.of(application).text("component").ifPresent(names::add));
        names.removeIf(name -> !Reference.isMeant(name));
        return names;
    }

    /** One that cannot be had is a problem where it is first named, and what is given then stands for nothing. */
    Part part(Value named) {
        String name = ((Value.Scalar) named).text();
        return Reference.isMeant(name)
                ? given.computeIfAbsent(name, _ -> part(name, named.span()))
                : files.part(name, named.span());
    }

    private Part part(String name, Span span) {
        return switch (Objects.requireNonNull(fetched.get(name), name)) {
            case Fetching.Result.Had(Fetched component) -> {
                blobs.put(component.digest(), component.bytes());
                yield new Part(component.reference().toString(), component.digest());
            }
            case Fetching.Result.Failed(String why) -> {
                problems.accept(new Problem.BadFile(span, why));
                yield new Part(name, Digest.of(new byte[0]));
            }
        };
    }
}
