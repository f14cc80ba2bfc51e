package dev.belay.platform.manifest;

import dev.belay.platform.schema.Checker;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.yaml.Value;
import dev.belay.platform.yaml.Yaml;
import dev.belay.platform.yaml.YamlException;
import dev.belay.wit.error.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads a manifest, and the files and components that it names. */
public final class ManifestReader {
    private final List<Problem> problems = new ArrayList<>();
    private final Path base;
    private final NamedFiles files;
    private final NamedComponents components;

    private ManifestReader(At root, Path base, Blobs blobs, RemoteComponents remote) {
        this.base = base;
        this.files = new NamedFiles(base, blobs, problems::add);
        this.components = new NamedComponents(root, files, remote, blobs, problems::add);
    }

    /**
     * @param name what to call the text in messages
     * @param base the directory that paths in it are relative to
     * @param blobs is given every file and component that it names, once
     * @param remote has those that are in registries
     * @throws ManifestException if it, or something that it names, cannot be used
     */
    public static Manifest read(String name, String text, Path base, Blobs blobs, RemoteComponents remote) {
        At root = At.of(checked(name, text));
        var reader = new ManifestReader(root, base.toAbsolutePath().normalize(), blobs, remote);
        Manifest manifest = reader.manifest(root);
        if (!reader.problems.isEmpty()) {
            throw new ManifestException(reader.problems);
        }
        return manifest;
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws ManifestException if it, or something that it names, cannot be used
     */
    public static Manifest read(Path file, Blobs blobs, RemoteComponents remote) throws IOException {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        return read(file.toString(), Files.readString(file), base, blobs, remote);
    }

    /**
     * What it says of the host alone; the files of applications are not looked at.
     *
     * @throws IOException if the file cannot be read
     * @throws ManifestException if it cannot be used
     */
    public static HostSettings host(Path file) throws IOException {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        var problems = new ArrayList<Problem>();
        HostSettings settings =
                new HostReader(base, problems::add).read(At.of(checked(file.toString(), Files.readString(file))));
        if (!problems.isEmpty()) {
            throw new ManifestException(problems);
        }
        return settings;
    }

    private static Value checked(String name, String text) {
        Value root;
        try {
            root = Yaml.read(new Source(name, text));
        } catch (YamlException e) {
            throw new ManifestException(List.of(new Problem.NotYaml(e.span(), String.valueOf(e.getMessage()))));
        }
        List<Problem> wrong = Checker.problems(root, ManifestSchema.MANIFEST);
        if (!wrong.isEmpty()) {
            throw new ManifestException(wrong);
        }
        return root;
    }

    private Manifest manifest(At root) {
        var stacks = new LinkedHashMap<String, StackSpec>();
        root.entries("harnesses").forEach((name, value) -> stacks.put(name, stack(name, At.of(value))));
        var reader = new ApplicationReader(
                files, components, stacks, root.within("defaults"), root.find("messaging").isPresent(), problems::add);
        var applications = new LinkedHashMap<String, ApplicationSpec>();
        root.entries("applications").forEach((name, value) -> applications.put(name, reader.application(name, value)));
        return new Manifest(new HostReader(base, problems::add).read(root), stacks, applications);
    }

    private StackSpec stack(String name, At at) {
        return new StackSpec(
                name,
                at.text("contract"),
                components.part(at.find("upper").orElseThrow()),
                parts(at, "lower"),
                parts(at, "middleware"));
    }

    private List<Part> parts(At at, String name) {
        return at.items(name).stream().map(components::part).toList();
    }
}
