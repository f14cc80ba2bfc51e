package dev.belay.cli;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.LinkException;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Linker;
import dev.belay.wasi.Wasi;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.config.ConfigInterfaces;
import dev.belay.wasi.config.ConfigState;
import dev.belay.wasi.http.HttpInterfaces;
import dev.belay.wasi.keyvalue.KeyValueInterfaces;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueState;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.keyvalue.LocalKeyValueStore;
import dev.belay.wasi.logging.LogState;
import dev.belay.wasi.logging.LoggingInterfaces;
import dev.belay.wasi.messaging.MessagingInterfaces;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a component is given of this machine: nothing unless an option says so. */
final class Grants {
    @Option(names = "--env", paramLabel = "K[=V]", converter = Variable.Converter.class,
            description = "Give an environment variable; without a value, the one it has here.")
    private List<Variable> variables = List.of();

    @Option(names = "--dir", paramLabel = "HOST[::GUEST[::ro]]", converter = GrantedDirectory.Converter.class,
            description = "Open a directory of this machine, under the name GUEST; ro: for reading only.")
    private List<GrantedDirectory> directories = List.of();

    @Option(names = "--config", paramLabel = "K=V", description = "Give a value of wasi:config/store; can be given again.")
    private Map<String, String> configuration = Map.of();

    @Option(names = "--bucket", paramLabel = "NAME", converter = BucketName.class,
            description = "Let it open a bucket of keys and values, which is empty at first.")
    private List<String> buckets = List.of();

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
                .define(ConfigInterfaces.all())
                .define(LoggingInterfaces.all())
                .define(KeyValueInterfaces.all())
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

    /** The state of an instance that is the only one. */
    InstanceState state(WasiContext context, Streams streams) {
        return state(streams, new LocalKeyValueStore(KeyValueLimits.defaults())).with(WasiContext.class, context);
    }

    /** What all instances share: where they log, what they are configured with, and the buckets that they may open. */
    InstanceState state(Streams streams, KeyValueStore store) {
        return InstanceState.of(LogState.class, new LogState(new LogOutput(streams.err())))
                .with(ConfigState.class, new ConfigState(configuration))
                .with(KeyValueState.class, KeyValueState.of(store, buckets, KeyValueLimits.defaults()));
    }

    /** What every store takes, NATS's among them. */
    static final class BucketName implements ITypeConverter<String> {
        private static final String ALLOWED = "[A-Za-z0-9_-]{1,128}";

        @Override
        public String convert(String text) {
            if (!text.matches(ALLOWED)) {
                throw new TypeConversionException(
                        "expected a name of letters, digits, dashes and underscores, found '" + text + "'");
            }
            return text;
        }
    }
}
