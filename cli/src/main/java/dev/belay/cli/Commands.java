package dev.belay.cli;

import java.util.List;
import java.util.Optional;

/** Every command of Belay. */
final class Commands {
    /** In the order of the help. */
    private static final List<String> NAMES = List.of(
            "new", "plug", "build", "dev", "bindings", "demo", "serve", "up", "check", "apply", "upgrade", "status", "history",
            "rollback", "traffic", "logs", "top", "store", "stop", "pull", "push", "run", "invoke", "compose", "componentize", "embed", "virt", "targets", "wit",
            "inspect", "validate", "print",
            "cache", "spectest");

    private Commands() {}

    static List<Object> all(Streams streams) {
        return NAMES.stream().flatMap(name -> named(name, streams).stream()).toList();
    }

    /** One alone: to read all options of all commands takes longer than a short command does. */
    static Optional<Object> named(String name, Streams streams) {
        return Optional.ofNullable(
                switch (name) {
                    case "new" -> new NewCommand(streams);
                    case "bindings" -> new BindingsCommand(streams);
                    case "plug" -> new PlugCommand(streams);
                    case "build" -> new BuildCommand(streams);
                    case "dev" -> new DevCommand(streams);
                    case "demo" -> new DemoCommand(streams);
                    case "serve" -> new ServeCommand(streams);
                    case "up" -> new UpCommand(streams);
                    case "check" -> new CheckCommand(streams);
                    case "apply" -> new ApplyCommand(streams);
                    case "upgrade" -> new UpgradeCommand(streams);
                    case "status" -> new StatusCommand(streams);
                    case "history" -> new HistoryCommand(streams);
                    case "rollback" -> new RollbackCommand(streams);
                    case "traffic" -> new TrafficCommand(streams);
                    case "logs" -> new LogsCommand(streams);
                    case "top" -> new TopCommand(streams);
                    case "store" -> new StoreCommand(streams);
                    case "stop" -> new StopCommand(streams);
                    case "pull" -> new PullCommand(streams);
                    case "push" -> new PushCommand(streams);
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
