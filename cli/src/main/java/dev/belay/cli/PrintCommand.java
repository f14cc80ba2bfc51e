package dev.belay.cli;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.Bytes;
import dev.belay.component.text.ComponentText;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = "Prints a component as text (WAT), with everything that is nested in it.",
        footer = {
            "",
            "Examples:",
            "  belay print app.wasm",
            "  belay print --bodies app.wasm -o app.wat",
            "",
            "Without --bodies, code and data are comments that say how much there is. The text with them is a whole",
            "component again for a parser of WAT."
        })
final class PrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The component, or a core module; - for stdin.")
    private String file = Files.STANDARD;

    @Option(names = "--bodies", description = "Print functions' instructions, element and data segments as well.")
    private boolean bodies;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write the text; default: stdout.")
    private String output = Files.STANDARD;

    private final Streams streams;

    PrintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var read = ComponentFile.read(file, streams);
        String text = read.isCoreModule()
                ? read.named(bytes -> ComponentText.ofModule(Bytes.of(bytes), bodies))
                : read.with(bytes -> ComponentText.of(ComponentDecoder.decode(bytes), bodies));
        Files.write(output, text.getBytes(StandardCharsets.UTF_8), streams);
        return ExitCode.OK;
    }
}
