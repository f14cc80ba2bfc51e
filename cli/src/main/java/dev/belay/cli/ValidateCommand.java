package dev.belay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks that a file is a component, by every rule of the specification.",
        footer = {"", "Examples:", "  belay validate app.wasm", "  cat app.wasm | belay validate -"})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    private final Streams streams;

    ValidateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ComponentFile.read(file, streams).load();
        return ExitCode.OK;
    }
}
