package dev.belay.wasi;

import dev.belay.runtime.HostCall;
import dev.belay.wasi.filesystem.OpenFiles;
import dev.belay.wasi.filesystem.Preopen;
import dev.belay.wasi.io.JavaInputStream;
import dev.belay.wasi.io.JavaOutputStream;
import dev.belay.wasi.io.WasiInputStream;
import dev.belay.wasi.io.WasiOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one instance is granted. By default: clocks and random numbers, and nothing else; standard input is empty and
 * output is dropped.
 *
 * <p>Immutable but for its streams, which have a position: give each instance its own, from the same builder.
 */
public final class WasiContext {
    private static final RandomGenerator SECURE = new SecureRandom();

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final List<Preopen> preopens;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final boolean terminal;
    private final Clock clock;
    private final LongSupplier monotonic;
    private final RandomGenerator random;
    private final OpenFiles openFiles = new OpenFiles();
    /** Made when it is asked for: few instances read, and each has a piece of its own that was read ahead. */
    private @Nullable WasiInputStream stdin;

    private WasiContext(Builder builder) {
        this.arguments = List.copyOf(builder.arguments);
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        this.preopens = List.copyOf(builder.preopens);
        this.in = builder.stdin;
        this.out = builder.stdout;
        this.err = builder.stderr;
        this.terminal = builder.terminal;
        this.clock = builder.clock;
        this.monotonic = builder.monotonic;
        this.random = builder.random;
    }

    private WasiContext(WasiContext like) {
        this.arguments = like.arguments;
        this.environment = like.environment;
        this.preopens = like.preopens;
        this.in = like.in;
        this.out = like.out;
        this.err = like.err;
        this.terminal = like.terminal;
        this.clock = like.clock;
        this.monotonic = like.monotonic;
        this.random = like.random;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same grants for another instance: one that is used for nothing itself can be the pattern of many. */
    public WasiContext another() {
        return new WasiContext(this);
    }

    /** The context of the instance that calls; one that grants nothing if it was made without. */
    public static WasiContext of(HostCall call) {
        return call.instance().state().find(WasiContext.class).orElseGet(() -> builder().build());
    }

    public List<String> arguments() {
        return arguments;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public List<Preopen> preopens() {
        return preopens;
    }

    public WasiInputStream stdin() {
        if (stdin == null) {
            stdin = new JavaInputStream(in);
        }
        return stdin;
    }

    public WasiOutputStream stdout() {
        return new JavaOutputStream(out);
    }

    public WasiOutputStream stderr() {
        return new JavaOutputStream(err);
    }

    public boolean isTerminal() {
        return terminal;
    }

    public Clock clock() {
        return clock;
    }

    /** Nanoseconds since some moment; they never go back. */
    public long monotonicNanos() {
        return monotonic.getAsLong();
    }

    public RandomGenerator random() {
        return random;
    }

    public OpenFiles openFiles() {
        return openFiles;
    }

    /** Collects grants. */
    public static final class Builder {
        private static final long START = System.nanoTime();

        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<Preopen> preopens = new ArrayList<>();
        private InputStream stdin = InputStream.nullInputStream();
        private OutputStream stdout = OutputStream.nullOutputStream();
        private OutputStream stderr = OutputStream.nullOutputStream();
        private boolean terminal;
        private Clock clock = Clock.systemUTC();
        private LongSupplier monotonic = () -> System.nanoTime() - START;
        private RandomGenerator random = SECURE;

        private Builder() {}

        /** The program's arguments; the first is its own name, by custom. */
        public Builder arguments(List<String> all) {
            arguments.clear();
            arguments.addAll(all);
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /**
         * Opens a directory of the host to the guest, with everything below it.
         *
         * @param guest the path that the guest sees, such as {@code /data}
         * @param writable whether the guest may change anything in it
         */
        public Builder directory(Path host, String guest, boolean writable) {
            preopens.add(new Preopen(host, guest, writable));
            return this;
        }

        public Builder stdin(InputStream in) {
            stdin = in;
            return this;
        }

        public Builder stdout(OutputStream out) {
            stdout = out;
            return this;
        }

        public Builder stderr(OutputStream err) {
            stderr = err;
            return this;
        }

        /** Whether the standard streams are to look like a terminal. */
        public Builder terminal(boolean is) {
            terminal = is;
            return this;
        }

        public Builder clock(Clock wall) {
            clock = wall;
            return this;
        }

        /** @param nanos nanoseconds that never go back */
        public Builder monotonicClock(LongSupplier nanos) {
            monotonic = nanos;
            return this;
        }

        public Builder random(RandomGenerator source) {
            random = source;
            return this;
        }

        public WasiContext build() {
            return new WasiContext(this);
        }
    }
}
