package dev.belay.wasi.virt;

import dev.belay.component.validate.ValidComponent;
import dev.belay.compose.Composition;
import dev.belay.compose.Plug;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a component is to see of the world around it. By default nothing: no variables, no files, closed standard streams,
 * and everything else denied.
 *
 * <pre>{@code
 * var surroundings = Surroundings.builder().environment("MODE", "test").mount("/data", FileTree.read(data)).build();
 * Composition app = surroundings.around("app.wasm", component);
 * }</pre>
 */
public final class Surroundings {
    private final Map<String, String> environment;
    private final Map<String, String> configuration;
    private final HostValues hostEnvironment;
    private final HostValues hostConfiguration;
    private final Map<String, FileTree.Directory> mounts;
    private final Map<String, String> preopens;
    private final boolean writable;
    private final boolean arguments;
    private final StdioMode stdin;
    private final StdioMode stdout;
    private final StdioMode stderr;
    private final boolean clocks;
    private final boolean random;
    private final boolean http;
    private final boolean sockets;

    private Surroundings(Builder builder) {
        this.environment = ordered(builder.environment);
        this.configuration = ordered(builder.configuration);
        this.hostEnvironment = builder.hostEnvironment;
        this.hostConfiguration = builder.hostConfiguration;
        this.mounts = ordered(builder.mounts);
        this.preopens = ordered(builder.preopens);
        this.writable = builder.writable;
        this.arguments = builder.arguments;
        this.stdin = builder.stdin;
        this.stdout = builder.stdout;
        this.stderr = builder.stderr;
        this.clocks = builder.clocks;
        this.random = builder.random;
        this.http = builder.http;
        this.sockets = builder.sockets;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The component that is these surroundings: it exports all that is virtual or denied.
     *
     * @throws VirtException if they cannot be made
     */
    public byte[] component() {
        return new Harness(this, Users.anyone()).component();
    }

    /**
     * A component with these surroundings below it. It imports what is allowed, and what nothing here provides.
     *
     * @param name for messages
     * @param component must not be written to again
     * @throws dev.belay.component.InvalidComponentException if it is no valid component
     * @throws VirtException if they cannot be made for it
     * @throws dev.belay.compose.ComposeException if it does not fit what they export
     */
    public Composition around(String name, byte[] component) {
        return around(name, ValidComponent.of(component));
    }

    /** As {@link #around(String, byte[])}. */
    public Composition around(String name, ValidComponent component) {
        Map<String, byte[]> parts = new Harness(this, Users.of(name, component.type())).parts();
        if (parts.isEmpty()) {
            throw new VirtException(name + " imports nothing that could be virtual or denied");
        }
        var plug = Plug.socket(name, component);
        parts.forEach(plug::plug);
        return plug.compose();
    }

    Map<String, String> environment() {
        return environment;
    }

    Map<String, String> configuration() {
        return configuration;
    }

    HostValues hostEnvironment() {
        return hostEnvironment;
    }

    HostValues hostConfiguration() {
        return hostConfiguration;
    }

    Map<String, FileTree.Directory> mounts() {
        return mounts;
    }

    /** Paths of the component, by what the host calls its directories. */
    Map<String, String> preopens() {
        return preopens;
    }

    boolean writable() {
        return writable;
    }

    boolean arguments() {
        return arguments;
    }

    StdioMode stdin() {
        return stdin;
    }

    StdioMode stdout() {
        return stdout;
    }

    StdioMode stderr() {
        return stderr;
    }

    boolean clocks() {
        return clocks;
    }

    boolean random() {
        return random;
    }

    boolean http() {
        return http;
    }

    boolean sockets() {
        return sockets;
    }

    /** Collects what there is to be. */
    public static final class Builder {
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Map<String, String> configuration = new LinkedHashMap<>();
        private HostValues hostEnvironment = HostValues.none();
        private HostValues hostConfiguration = HostValues.none();
        private final Map<String, FileTree.Directory> mounts = new LinkedHashMap<>();
        private final Map<String, String> preopens = new LinkedHashMap<>();
        private boolean writable;
        private boolean arguments;
        private StdioMode stdin = StdioMode.DENY;
        private StdioMode stdout = StdioMode.DENY;
        private StdioMode stderr = StdioMode.DENY;
        private boolean clocks;
        private boolean random;
        private boolean http;
        private boolean sockets;

        private Builder() {}

        /** A variable, whatever the host has by that name. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** A value of {@code wasi:config/store}, whatever the host has by that name. */
        public Builder configuration(String name, String value) {
            configuration.put(name, value);
            return this;
        }

        public Builder hostEnvironment(HostValues values) {
            hostEnvironment = values;
            return this;
        }

        public Builder hostConfiguration(HostValues values) {
            hostConfiguration = values;
            return this;
        }

        /** Bakes files in. @param guest the path that the component sees, such as {@code /data} */
        public Builder mount(String guest, FileTree.Directory files) {
            mounts.put(guest, files);
            return this;
        }

        /**
         * Lets a directory of the host through, with what may be done to it there. It excludes {@link #mount}: all files are
         * then the host's.
         *
         * @param guest the path that the component sees, such as {@code /data}
         * @param host what the host calls the directory that it gives; others that it gives are not seen
         * @throws VirtException if that directory is seen at another path already
         */
        public Builder preopen(String guest, String host) {
            String other = preopens.putIfAbsent(host, guest);
            if (other != null) {
                throw new VirtException("expected each directory of the host once, found " + host + " at " + other + " and at "
                        + guest);
            }
            return this;
        }

        /** Whether files can be changed: in memory, for the instance only. */
        public Builder writable(boolean may) {
            writable = may;
            return this;
        }

        /** Whether the arguments are those of the host; else there are none. */
        public Builder arguments(boolean allowed) {
            arguments = allowed;
            return this;
        }

        public Builder stdio(StdioMode in, StdioMode out, StdioMode err) {
            stdin = in;
            stdout = out;
            stderr = err;
            return this;
        }

        public Builder clocks(boolean allowed) {
            clocks = allowed;
            return this;
        }

        public Builder random(boolean allowed) {
            random = allowed;
            return this;
        }

        /** Whether requests can be sent. */
        public Builder http(boolean allowed) {
            http = allowed;
            return this;
        }

        public Builder sockets(boolean allowed) {
            sockets = allowed;
            return this;
        }

        /** @throws VirtException if files are both baked in and the host's */
        public Surroundings build() {
            if (!preopens.isEmpty() && (!mounts.isEmpty() || writable)) {
                throw new VirtException("expected files that are baked in (mount, writable) or directories of the host (preopen),"
                        + " found both: their descriptors are of different types");
            }
            return new Surroundings(this);
        }
    }
}
