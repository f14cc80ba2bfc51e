package dev.belay.cli;

import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Limits;
import dev.belay.runtime.wave.Wave;
import dev.belay.runtime.wave.WaveCall;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "invoke",
        mixinStandardHelpOptions = true,
        description = "Calls an exported function, with arguments and result as WAVE text.",
        footer = {
            "",
            "Examples:",
            "  belay invoke adder.wasm 'add(1, 2)'",
            "  belay invoke app.wasm 'wasmpay:platform/validation@0.1.0#validate({...})'",
            "  belay invoke app.wasm 'validation#validate({...})'",
            "",
            "A function of an exported interface needs the interface's name only if another has one of that name."
        })
final class InvokeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The component; - for stdin.")
    private String file = Files.STANDARD;

    @Parameters(index = "1", paramLabel = "CALL", description = "Such as 'add(1, 2)'.")
    private String call = "";

    @Mixin
    private final Grants grants = new Grants();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    private final Streams streams;

    InvokeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var wanted = WaveCall.parse(call);
        var component = engine.load(ComponentFile.read(file, streams));
        var found = ExportedFunction.find(component.type(), wanted);
        var arguments = wanted.arguments(found.type());
        var context = grants.state(grants.context(streams).build(), streams);
        try (var instance = grants.link(component, file).instantiate(context, limits.over(Limits.defaults()))) {
            ComponentFunction function = found.in(instance);
            var result = function.call(arguments.toArray());
            result.ifPresent(value -> streams.out().println(Wave.print(found.type().result().orElseThrow(), value)));
        }
        return ExitCode.OK;
    }
}
