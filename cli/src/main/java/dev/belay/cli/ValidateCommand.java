package dev.belay.cli;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.validate.ComponentValidator;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks that a file is a component, by every rule of the specification.",
        footer = {
            "",
            "Examples:",
            "  belay validate app.wasm",
            "  cat app.wasm | belay validate -",
            "  belay validate --json app.wasm"
        })
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Option(names = "--json", description = "Say as JSON on stdout whether it is valid and, if not, why and where.")
    private boolean json;

    private final Streams streams;

    ValidateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ComponentFile.read(file, streams).with(bytes -> {
            try {
                return ComponentValidator.validate(ComponentDecoder.decode(bytes));
            } catch (InvalidComponentException e) {
                printJson(e);
                throw e;
            }
        });
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("valid", true);
            Json.print(result, streams);
        }
        return ExitCode.OK;
    }

    private void printJson(InvalidComponentException e) {
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("valid", false);
            result.put("error", ErrorReport.message(e));
            result.put("offset", e.offset());
            Json.print(result, streams);
        }
    }
}
