package dev.belay.cli;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.util.List;
import picocli.CommandLine.Option;

/** What a component is given of this machine: nothing unless an option says so. */
final class Grants {
    @Option(names = "--env", paramLabel = "K[=V]", converter = Variable.Converter.class,
            description = "Give an environment variable; without a value, the one it has here.")
    private List<Variable> variables = List.of();

    @Option(names = "--dir", paramLabel = "HOST[::GUEST[::ro]]", converter = GrantedDirectory.Converter.class,
            description = "Open a directory of this machine, under the name GUEST; ro: for reading only.")
    private List<GrantedDirectory> directories = List.of();

    /**
     * @param file the component's name, for messages
     * @throws Failure naming the file, if it imports what Belay does not have
     */
    LinkedComponent link(Component component, String file) {
        try {
            return link(component);
        } catch (LinkException e) {
            throw new Failure(file + ": " + ErrorReport.message(e));
        }
    }

    /**
     * Meets imports by all that Belay has.
     *
     * @throws LinkException if the component imports something else
     */
    static LinkedComponent link(Component component) {
        return new Linker()
                .define(Wasi.interfaces())
                .define(HttpInterfaces.all())
                .define(MessagingInterfaces.all())
                .link(component);
    }

    /** Begins the context of an instance; what it writes goes to stdout and stderr as it is written. */
    WasiContext.Builder context(Streams streams) {
        var context = WasiContext.builder()
                .stdout(new LiveOutput(streams.out()))
                .stderr(new LiveOutput(streams.err()))
                .terminal(streams.terminal());
        variables.forEach(variable -> context.environment(variable.name(), variable.value()));
        directories.forEach(directory -> context.directory(directory.host(), directory.guest(), directory.writable()));
        return context;
    }

    static InstanceState state(WasiContext context) {
        return InstanceState.of(WasiContext.class, context);
    }
}
