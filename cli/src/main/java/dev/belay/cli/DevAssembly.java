package dev.belay.cli;

import dev.belay.cli.dev.Assembly;
import dev.belay.cli.dev.Step;
import dev.belay.cli.dev.StepException;
import dev.belay.compose.Plug;
import dev.belay.host.http.Destination;
import dev.belay.host.http.RequestListener;
import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Puts a component below its harness, and makes it a handler of requests.
 *
 * @param name of the component, for messages
 * @param harness what it is plugged into, and what else is; empty if it is served by itself
 * @param wraps middleware
 * @param load as the options say
 * @param states for its instances
 */
record DevAssembly(
        String name,
        List<String> harness,
        List<String> wraps,
        Function<ComponentFile, Component> load,
        Supplier<InstanceState> states,
        Limits limits,
        Streams streams)
        implements Assembly {
    @Override
    public List<Path> parts() {
        return Stream.concat(harness.stream(), wraps.stream()).map(Path::of).toList();
    }

    @Override
    public byte[] compose(byte[] component) throws StepException {
        return DevSteps.at(Step.COMPOSE, () -> composed(component));
    }

    private byte[] composed(byte[] component) {
        if (parts().isEmpty()) {
            return component;
        }
        var own = new ComponentFile(name, component).with(bytes -> bytes);
        Plug plug = harness.isEmpty() ? Plug.socket(name, own) : Plug.socket(harness.getFirst(), part(harness.getFirst()));
        harness.stream().skip(1).forEach(file -> plug.plug(file, part(file)));
        if (!harness.isEmpty()) {
            plug.plug(name, own);
        }
        wraps.forEach(file -> plug.wrap(file, part(file)));
        return plug.compose().bytes().toByteArray();
    }

    private byte[] part(String file) {
        return ComponentFile.read(file, streams).with(bytes -> bytes);
    }

    @Override
    public Destination start(byte[] composed) throws StepException {
        LinkedComponent linked = DevSteps.at(Step.COMPOSE, () -> {
            Component component = load.apply(new ComponentFile(name, composed));
            LinkedComponent its = Grants.link(component);
            check(component);
            return its;
        });
        return DevSteps.at(Step.START, () -> {
            linked.instantiate(states.get(), limits).close(); // what it does when it starts, it must be able to do
            return Destination.of(HttpHandler.of(linked), states, limits, RequestListener.log());
        });
    }

    private void check(Component component) {
        if (!HttpHandler.isExportedBy(component)) {
            throw new Failure(name + ": expected a component that exports " + HttpHandler.INTERFACE + "@0.2, found one that exports "
                    + Worded.names(component.type().exports().keySet())
                    + (harness.isEmpty() ? ": name the harness that answers requests with it: --harness harness.wasm" : ""));
        }
    }
}
