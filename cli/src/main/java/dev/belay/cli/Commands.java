package dev.belay.cli;

import java.util.List;

/** Every command of Belay, in the order of its help. */
final class Commands {
    private Commands() {}

    static List<Object> all(Streams streams) {
        return List.of(
                new PlugCommand(streams),
                new DemoCommand(streams),
                new ServeCommand(streams),
                new RunCommand(streams),
                new InvokeCommand(streams),
                new ComposeCommand(streams),
                new ComponentizeCommand(streams),
                new EmbedCommand(streams),
                new VirtCommand(streams),
                new TargetsCommand(streams),
                new WitCommand(streams),
                new InspectCommand(streams),
                new ValidateCommand(streams),
                new PrintCommand(streams),
                new CacheCommand(streams),
                new SpectestCommand(streams));
    }
}
