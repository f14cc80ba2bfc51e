package dev.belay.platform.admin;

import dev.belay.host.tls.ServerIdentity;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server for operators listens. */
public sealed interface AdminAddress {
    /**
     * An address of the network.
     *
     * @param port 0 for any that is free
     * @param tls who the server is, if it speaks TLS and nothing else
     */
    record Network(String host, int port, Optional<ServerIdentity> tls) implements AdminAddress {}

    /** A Unix socket in the file system, which nobody but the user may open. */
    record Unix(Path path) implements AdminAddress {}
}
