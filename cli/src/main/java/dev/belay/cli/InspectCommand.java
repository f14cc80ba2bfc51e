package dev.belay.cli;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.TypeText;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Says what a component imports and exports, as WIT, and what it holds.",
        footer = {
            "",
            "Examples:",
            "  belay inspect app.wasm",
            "  belay inspect app.wasm > app.wit",
            "  belay inspect --json app.wasm",
            "  belay inspect --plan app.wasm",
            "  belay inspect --cost app.wasm",
            "",
            "The whole output is WIT: what the component is made of stands in comments at its end. Of a composition they say",
            "first who provides what to whom, and how much of the file each part takes.",
            "",
            "--cost compiles all code, and measures: heap that is left after garbage collections when several copies are loaded,",
            "or instances kept; these are granted nothing, and run their start functions for 5 seconds at most."
        })
final class InspectCommand implements Callable<Integer> {
    private static final String COMMENT = "// ";

    @Parameters(paramLabel = "FILE", description = "The component, or a core module; - for stdin.")
    private String file = Files.STANDARD;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(
            names = "--plan",
            description = "Print instead what instantiating it does: the core modules in their order, where each of their "
                    + "imports comes from, and what is behind each export.")
    private boolean plan;

    @Option(
            names = "--cost",
            description = "Print instead what it costs: its core modules, their compiled code, the heap that the loaded "
                    + "component retains, and the heap and time that a fresh instance takes.")
    private boolean cost;

    private final Streams streams;

    InspectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (plan && cost) {
            throw new Failure("expected --plan or --cost, found both", ExitCode.USAGE);
        }
        var read = ComponentFile.read(file, streams);
        if (cost) {
            read.with(CostMeasure::of).print(json, streams);
            return ExitCode.OK;
        }
        if (plan) {
            streams.out().print(read.load().planText());
            return ExitCode.OK;
        }
        if (read.isCoreModule()) {
            read.named(bytes -> {
                Bytes module = Bytes.of(bytes);
                print(ComponentValidator.validateModule(module), Contents.ofModule(module));
                return ExitCode.OK;
            });
        } else {
            read.with(bytes -> {
                ComponentBinary component = ComponentDecoder.decode(bytes);
                print(ComponentValidator.validate(component), Contents.of(component), Stack.of(component));
                return ExitCode.OK;
            });
        }
        return ExitCode.OK;
    }

    private void print(ComponentType type, Contents contents, Optional<Stack> stack) {
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("wit", WitText.of(type));
            result.put("imports", names(type.imports()));
            result.put("exports", names(type.exports()));
            stack.ifPresent(its -> result.put("stack", StackText.asMap(its, contents.bytes())));
            result.putAll(contents.asMap());
            Json.print(result, streams);
            return;
        }
        streams.out().print(WitText.of(type));
        streams.out().println();
        stack.ifPresent(its -> {
            StackText.lines(its, contents.bytes()).forEach(line -> streams.out().println(COMMENT + line));
            streams.out().println();
        });
        contents.lines().forEach(line -> streams.out().println(COMMENT + line));
    }

    private static List<Map<String, String>> names(Map<String, ExternType> externs) {
        return externs.entrySet().stream()
                .map(entry -> Map.of("name", entry.getKey(), "sort", entry.getValue().sort()))
                .toList();
    }

    private void print(CoreModuleType type, Contents contents) {
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("imports", type.imports().stream()
                    .map(i -> Map.of("module", i.module(), "name", i.name(), "type", TypeText.of(i.type())))
                    .toList());
            result.put("exports", type.exports().entrySet().stream()
                    .map(e -> Map.of("name", e.getKey(), "type", TypeText.of(e.getValue())))
                    .toList());
            result.putAll(contents.asMap());
            Json.print(result, streams);
            return;
        }
        line(COMMENT + "a core module, not a component: it has no WIT");
        type.imports().forEach(i -> line("import \"" + i.module() + "\" \"" + i.name() + "\": " + TypeText.of(i.type())));
        type.exports().forEach((name, its) -> line("export \"" + name + "\": " + TypeText.of(its)));
        streams.out().println();
        contents.lines().forEach(line -> line(COMMENT + line));
    }

    private void line(String text) {
        streams.out().println(Worded.printable(text));
    }
}
