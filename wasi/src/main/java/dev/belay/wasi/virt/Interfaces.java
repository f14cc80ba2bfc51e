package dev.belay.wasi.virt;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides which interfaces the harness exports: as its own, or to deny them; and which of the host it may reach. */
final class Interfaces {
    static final String ENVIRONMENT = "wasi:cli/environment";
    static final String STORE = "wasi:config/store";
    static final String STDIN = "wasi:cli/stdin";
    static final String STDOUT = "wasi:cli/stdout";
    static final String STDERR = "wasi:cli/stderr";
    private static final String TERMINAL = "wasi:cli/terminal-";
    private static final String FILES = "wasi:filesystem/";
    private static final String HTTP = "wasi:http/";
    private static final String SOCKETS = "wasi:sockets/";
    private static final String CLOCKS = "wasi:clocks/";
    private static final String RANDOM = "wasi:random/";
    private static final String MONOTONIC = "wasi:clocks/monotonic-clock";
    private static final String HTTP_TYPES = "wasi:http/types";
    private static final String OUTGOING = "wasi:http/outgoing-handler";
    private static final List<String> IO = List.of("wasi:io/error", "wasi:io/poll", "wasi:io/streams");
    private static final List<String> VIA_STREAM = List.of("read-via-stream", "write-via-stream", "append-via-stream");

    private final Surroundings surroundings;
    private final Users user;
    /** Those of the harness's own code, those that deny, and those of the host that its code may call. */
    private final Set<String> own = new TreeSet<>();

    private final Set<String> denied = new TreeSet<>();
    /** Those that deny in terms of the host's types, which may need what is denied here. */
    private final Set<String> deniedApart = new TreeSet<>();

    private final Set<String> host = new TreeSet<>();
    private final boolean ownStreams;
    private final boolean hostFiles;

    Interfaces(Surroundings surroundings, Users user) {
        this.surroundings = surroundings;
        this.user = user;
        boolean sends = surroundings.http() && user.wants(HTTP);
        boolean connects = surroundings.sockets() && user.wants(SOCKETS);
        // Their types are made of the host's streams, and whoever uses them takes all streams for the same.
        this.hostFiles = !surroundings.preopens().isEmpty() && user.wants(FILES);
        this.ownStreams = !sends && !connects && !user.servesHttp() && !hostFiles;
        values();
        files();
        stdio();
        rest();
        io();
    }

    private void values() {
        if (user.wants(ENVIRONMENT)) {
            own.add(ENVIRONMENT);
            reach(surroundings.arguments() || surroundings.hostEnvironment().any(), ENVIRONMENT);
        }
        if (user.wants(STORE)) {
            own.add(STORE);
            reach(surroundings.hostConfiguration().any(), STORE);
        }
    }

    private void files() {
        if (!user.wants(FILES)) {
            return;
        }
        own.add(FILES + "preopens");
        if (hostFiles) {
            host.add(FILES + "preopens");
            host.add(FILES + "types");
            return;
        }
        if (!ownStreams) {
            VIA_STREAM.forEach(function -> {
                if (user.functions().contains(FILES + "types#[method]descriptor." + function)) {
                    throw new VirtException(user.name() + " reads or writes files through streams (" + function
                            + "), and its HTTP or sockets have it use the host's streams: virtual files cannot be read"
                            + " through those; use descriptor.read and write, as modules made for WASI preview 1 do");
                }
            });
        }
        own.add(FILES + "types");
    }

    private void stdio() {
        stream(STDIN, surroundings.stdin());
        stream(STDOUT, surroundings.stdout());
        stream(STDERR, surroundings.stderr());
        boolean all = surroundings.stdin() == StdioMode.ALLOW
                && surroundings.stdout() == StdioMode.ALLOW
                && surroundings.stderr() == StdioMode.ALLOW;
        if (user.wants(TERMINAL) && !all) {
            for (String what : List.of("input", "output", "stdin", "stdout", "stderr")) {
                denied.add(TERMINAL + what);
            }
        }
    }

    private void stream(String name, StdioMode mode) {
        if (!user.wants(name)) {
            return;
        }
        if (ownStreams) {
            own.add(name);
            reach(mode == StdioMode.ALLOW, name);
        } else if (mode != StdioMode.ALLOW && user.imports().isPresent()) {
            throw new VirtException(user.name() + " uses " + name + ", and its HTTP, sockets or directories have it use the"
                    + " host's streams, of which none is closed or empty: allow it, --" + name.substring(name.indexOf('/') + 1)
                    + " allow");
        }
    }

    private void rest() {
        boolean needsTimes = own.contains(FILES + "types") || hostFiles;
        if (!surroundings.sockets() && user.wants(SOCKETS)) {
            for (String what : List.of("instance-network", "ip-name-lookup", "network", "tcp", "tcp-create-socket", "udp",
                    "udp-create-socket")) {
                denied.add(SOCKETS + what);
            }
        }
        if (!surroundings.http() && user.wants(OUTGOING)) {
            (user.servesHttp() ? deniedApart : denied).add(OUTGOING);
        }
        if (!surroundings.http() && user.wants(HTTP_TYPES) && !user.servesHttp()) {
            denied.add(HTTP_TYPES);
        }
        if (!surroundings.clocks() && (user.wants(CLOCKS) || needsTimes || !denied.isEmpty())) {
            // The host's files are of types that name the wall clock, which the harness then imports.
            (hostFiles ? deniedApart : denied).addAll(List.of(MONOTONIC, CLOCKS + "wall-clock", CLOCKS + "timezone"));
        }
        if (!surroundings.random() && user.wants(RANDOM)) {
            denied.addAll(List.of(RANDOM + "random", RANDOM + "insecure", RANDOM + "insecure-seed"));
        }
    }

    private void io() {
        boolean wanted = user.wants("wasi:io/") || user.wants(FILES) || user.wants(MONOTONIC) || !denied.isEmpty();
        if (!ownStreams) {
            host.addAll(IO);
            return;
        }
        if (!wanted) {
            return;
        }
        own.addAll(IO);
        if (surroundings.clocks() && user.wants(MONOTONIC)) {
            own.add(MONOTONIC);
            host.add(MONOTONIC);
        }
        boolean hostStreams = host.contains(STDIN) || host.contains(STDOUT) || host.contains(STDERR);
        if (hostStreams || host.contains(MONOTONIC)) {
            host.addAll(IO);
        }
    }

    private void reach(boolean allowed, String name) {
        if (allowed) {
            host.add(name);
        }
    }

    Set<String> own() {
        return own;
    }

    Set<String> denied() {
        return denied;
    }

    Set<String> deniedApart() {
        return deniedApart;
    }

    Set<String> host() {
        return host;
    }

    boolean ownStreams() {
        return ownStreams;
    }
}
