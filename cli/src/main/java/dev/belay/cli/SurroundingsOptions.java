package dev.belay.cli;

import dev.belay.wasi.virt.FileTree;
import dev.belay.wasi.virt.HostValues;
import dev.belay.wasi.virt.StdioMode;
import dev.belay.wasi.virt.Surroundings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a component is to see of the world around it. */
final class SurroundingsOptions {
    private static final String ALL = "*";
    private static final String NOT = "!";

    /** Whether the host's is let through. */
    enum Access {
        allow,
        deny
    }

    /** What becomes of a standard stream. */
    enum Stdio {
        allow,
        deny,
        ignore;

        StdioMode mode() {
            return StdioMode.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    @Option(names = "--env", paramLabel = "K=V", description = "An environment variable; can be given again.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--config", paramLabel = "K=V", description = "A value of wasi:config/store; can be given again.")
    private Map<String, String> configuration = new LinkedHashMap<>();

    @Option(names = "--host-env", paramLabel = "NAME",
            description = "Let a variable of the host through, '*' all, '!NAME' all but that; can be given again.")
    private List<String> hostEnvironment = new ArrayList<>();

    @Option(names = "--host-config", paramLabel = "NAME", description = "The same for wasi:config/store.")
    private List<String> hostConfiguration = new ArrayList<>();

    @Option(names = "--mount", paramLabel = "GUEST=DIR",
            description = "Bake in the files of DIR, seen at GUEST; can be given again.")
    private Map<String, String> mounts = new LinkedHashMap<>();

    @Option(names = "--preopen", paramLabel = "GUEST=HOST",
            description = "Let the directory through that the host gives as HOST, seen at GUEST; instead of --mount; can be "
                    + "given again.")
    private Map<String, String> preopens = new LinkedHashMap<>();

    @Option(names = "--writable", description = "Files can be changed: in memory, for the instance only.")
    private boolean writable;

    @Option(names = "--args", paramLabel = "MODE", description = "The arguments: allow or deny (default: ${DEFAULT-VALUE}).")
    private Access arguments = Access.deny;

    @Option(names = "--stdio", paramLabel = "MODE",
            description = "Standard streams: allow, deny (closed) or ignore (nothing to read, output dropped); "
                    + "default: ${DEFAULT-VALUE}.")
    private Stdio stdio = Stdio.deny;

    @Option(names = "--stdin", paramLabel = "MODE", description = "Standard input alone: as --stdio.")
    private List<Stdio> stdin = new ArrayList<>();

    @Option(names = "--stdout", paramLabel = "MODE", description = "Standard output alone: as --stdio.")
    private List<Stdio> stdout = new ArrayList<>();

    @Option(names = "--stderr", paramLabel = "MODE", description = "Standard error alone: as --stdio.")
    private List<Stdio> stderr = new ArrayList<>();

    @Option(names = "--clocks", paramLabel = "MODE", description = "allow or deny (default: ${DEFAULT-VALUE}).")
    private Access clocks = Access.deny;

    @Option(names = "--random", paramLabel = "MODE", description = "allow or deny (default: ${DEFAULT-VALUE}).")
    private Access random = Access.deny;

    @Option(names = "--http", paramLabel = "MODE", description = "Sending requests: allow or deny (default: ${DEFAULT-VALUE}).")
    private Access http = Access.deny;

    @Option(names = "--sockets", paramLabel = "MODE", description = "allow or deny (default: ${DEFAULT-VALUE}).")
    private Access sockets = Access.deny;

    /**
     * @throws Failure if files cannot be read, or what is asked for contradicts itself
     */
    Surroundings surroundings() {
        var builder = Surroundings.builder()
                .hostEnvironment(hostValues("--host-env", hostEnvironment))
                .hostConfiguration(hostValues("--host-config", hostConfiguration))
                .writable(writable)
                .arguments(arguments == Access.allow)
                .clocks(clocks == Access.allow)
                .random(random == Access.allow)
                .http(http == Access.allow)
                .sockets(sockets == Access.allow)
                .stdio(mode(stdin), mode(stdout), mode(stderr));
        environment.forEach(builder::environment);
        configuration.forEach(builder::configuration);
        mounts.forEach((guest, directory) -> builder.mount(guest, read(directory)));
        preopens.forEach(builder::preopen);
        return builder.build();
    }

    private StdioMode mode(List<Stdio> given) {
        return given.isEmpty() ? stdio.mode() : given.getLast().mode();
    }

    private static FileTree.Directory read(String directory) {
        try {
            Path path = Path.of(directory);
            if (!java.nio.file.Files.isDirectory(path)) {
                throw new Failure("--mount: expected GUEST=DIR with an existing directory, found '" + directory + "'");
            }
            return FileTree.read(path);
        } catch (InvalidPathException e) {
            throw new Failure(directory + ": no valid file name: " + e.getReason());
        } catch (IOException e) {
            throw new Failure(Files.describe(e));
        }
    }

    private static HostValues hostValues(String option, List<String> names) {
        List<String> excluded = names.stream().filter(n -> n.startsWith(NOT)).map(n -> n.substring(1)).toList();
        if (!excluded.isEmpty() || names.contains(ALL)) {
            if (names.stream().anyMatch(n -> !n.startsWith(NOT) && !n.equals(ALL))) {
                throw new Failure(option + ": expected names to let through, or '*' and names to keep out, found both: "
                        + String.join(", ", names), ExitCode.USAGE);
            }
            return HostValues.allBut(Set.copyOf(excluded));
        }
        return HostValues.only(Set.copyOf(names));
    }
}
