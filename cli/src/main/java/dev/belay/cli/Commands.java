package dev.belay.cli;

import java.util.List;
import java.util.Optional;

/** Every command of Belay. */
final class Commands {
    /** In the order of the help. */
    private static final List<String> NAMES = List.of(
            "plug", "demo", "serve", "run", "invoke", "compose", "componentize", "embed", "virt", "targets", "wit", "inspect",
            "validate", "print", "cache", "spectest");

    private Commands() {}

    static List<Object> all(Streams streams) {
        return NAMES.stream().flatMap(name -> named(name, streams).stream()).toList();
    }

    /** One alone: to read all options of all commands takes longer than a short command does. */
    static Optional<Object> named(String name, Streams streams) {
        return Optional.ofNullable(
                switch (name) {
                    case "plug" -> new PlugCommand(streams);
                    case "demo" -> new DemoCommand(streams);
                    case "serve" -> new ServeCommand(streams);
                    case "run" -> new RunCommand(streams);
                    case "invoke" -> new InvokeCommand(streams);
                    case "compose" -> new ComposeCommand(streams);
                    case "componentize" -> new ComponentizeCommand(streams);
                    case "embed" -> new EmbedCommand(streams);
                    case "virt" -> new VirtCommand(streams);
                    case "targets" -> new TargetsCommand(streams);
                    case "wit" -> new WitCommand(streams);
                    case "inspect" -> new InspectCommand(streams);
                    case "validate" -> new ValidateCommand(streams);
                    case "print" -> new PrintCommand(streams);
                    case "cache" -> new CacheCommand(streams);
                    case "spectest" -> new SpectestCommand(streams);
                    default -> null;
                });
    }
}
