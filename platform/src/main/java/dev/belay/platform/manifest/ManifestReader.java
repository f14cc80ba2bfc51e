package dev.belay.platform.manifest;

import dev.belay.platform.schema.Checker;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.schema.Quantity;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.SecretSource;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.yaml.Value;
import dev.belay.platform.yaml.Yaml;
import dev.belay.platform.yaml.YamlException;
import dev.belay.wit.error.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads a manifest and the files that it names. */
public final class ManifestReader {
    private static final int MAX_PORT = 65_535;

    private final List<Problem> problems = new ArrayList<>();
    private final Path base;
    private final NamedFiles files;

    private ManifestReader(Path base, Blobs blobs) {
        this.base = base;
        this.files = new NamedFiles(base, blobs, problems::add);
    }

    /**
     * @param name what to call the text in messages
     * @param base the directory that paths in it are relative to
     * @param blobs is given every file that it names, once
     * @throws ManifestException if it, or a file that it names, cannot be used
     */
    public static Manifest read(String name, String text, Path base, Blobs blobs) {
        Value root = checked(name, text);
        var reader = new ManifestReader(base.toAbsolutePath().normalize(), blobs);
        Manifest manifest = reader.manifest(At.of(root));
        if (!reader.problems.isEmpty()) {
            throw new ManifestException(reader.problems);
        }
        return manifest;
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws ManifestException if it, or a file that it names, cannot be used
     */
    public static Manifest read(Path file, Blobs blobs) throws IOException {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        return read(file.toString(), Files.readString(file), base, blobs);
    }

    /**
     * What it says of the host alone; the files of applications are not looked at.
     *
     * @throws IOException if the file cannot be read
     * @throws ManifestException if it cannot be used
     */
    public static HostSettings host(Path file) throws IOException {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        return new ManifestReader(base, (_, _) -> {}).host(At.of(checked(file.toString(), Files.readString(file))));
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
        var reader = new ApplicationReader(files, stacks, root.within("defaults"), root.find("messaging").isPresent(), problems::add);
        var applications = new LinkedHashMap<String, ApplicationSpec>();
        root.entries("applications").forEach((name, value) -> applications.put(name, reader.application(name, value)));
        return new Manifest(host(root), stacks, applications);
    }

    private StackSpec stack(String name, At at) {
        return new StackSpec(
                name, at.text("contract"), part(at.find("upper").orElseThrow()), parts(at, "lower"), parts(at, "middleware"));
    }

    private List<Part> parts(At at, String name) {
        return at.items(name).stream().map(this::part).toList();
    }

    private Part part(Value file) {
        return files.part(((Value.Scalar) file).text(), file.span());
    }

    private HostSettings host(At root) {
        String name = root.text("platform").orElseThrow();
        At http = root.within("http");
        At admin = root.within("admin");
        return new HostSettings(
                name,
                address(http, "127.0.0.1:8080"),
                http.whole("concurrency").orElse(10_000),
                http.text("drain").map(Quantity::time).orElse(Duration.ofSeconds(30)),
                address(admin, "127.0.0.1:0"),
                base.resolve(root.text("state").orElse(".belay/" + name)).normalize(),
                secret(admin, "token"),
                secret(admin, "read-token"),
                root.within("messaging").texts("nats"),
                root.within("messaging").text("credentials").map(base::resolve),
                root.within("messaging").text("authority").map(base::resolve),
                root.find("tracing").map(its -> tracing(At.of(its))));
    }

    private static HostSettings.Tracing tracing(At at) {
        double percent = at.text("sample").map(Double::parseDouble).orElse(0.0);
        return new HostSettings.Tracing(URI.create(at.text("endpoint").orElseThrow()), percent / 100);
    }

    private HostSettings.Address address(At at, String otherwise) {
        var address = HostSettings.Address.parse(at.text("address").orElse(otherwise));
        if (address.port() > MAX_PORT) {
            at.find("address").ifPresent(value -> problems.add(
                    new Problem.BadValue(value.span(), "a port from 0 to 65535", value.kind(), List.of())));
        }
        return address;
    }

    private Optional<SecretSource> secret(At at, String name) {
        return at.find(name).map(value -> secret(At.of(value), base));
    }

    static SecretSource secret(At at, Path base) {
        return new SecretSource(at.text("file").map(file -> base.resolve(file).normalize().toString()), at.text("env"));
    }

}
