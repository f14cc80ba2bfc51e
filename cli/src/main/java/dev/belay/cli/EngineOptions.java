package dev.belay.cli;

import dev.belay.runtime.Compilation;
import dev.belay.runtime.Component;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How components are compiled, as options. */
final class EngineOptions {
    @Option(names = "--compile", paramLabel = "WHEN",
            description = "When core code is compiled: ${COMPLETION-CANDIDATES}. Lazily, each part when it is first called, and "
                    + "all of it in the background for the next start; eagerly, before anything runs; off, never. Default: lazy.")
    private When when = When.lazy;

    @Option(names = "--no-cache", description = "Neither use nor keep compiled code in the user's cache directory.")
    private boolean noCache;

    @Option(names = "--no-snapshot",
            description = "Let every instance run what its component does when it starts, instead of beginning with what the "
                    + "first one had come to.")
    private boolean noSnapshot;

    private Optional<Engine> engine = Optional.empty();

    /** In the words of the command line. */
    private enum When {
        eager,
        lazy,
        off
    }

    /**
     * @throws Failure naming the file, if it is no valid component
     */
    Component load(ComponentFile file) {
        return file.with(engine()::load);
    }

    /** One for all that is loaded: its components share what they have in common. */
    private Engine engine() {
        if (engine.isEmpty()) {
            engine = Optional.of(make());
        }
        return engine.get();
    }

    private Engine make() {
        var settings = EngineSettings.defaults().withCompilation(switch (when) {
            case eager -> Compilation.EAGER;
            case lazy -> Compilation.LAZY;
            case off -> Compilation.OFF;
        }).withSnapshots(!noSnapshot);
        Engine made = Engine.of(noCache ? settings : CacheLocation.find().map(settings::withCache).orElse(settings));
        AtExit.add(made::flush);
        return made;
    }
}
