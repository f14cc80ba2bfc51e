package dev.belay.host.http;

import java.util.Optional;

/** What of a request says where it goes. Good only while it is being routed. */
public interface RequestLine {
    String method();

    /** The host that the client asked, as it wrote it, without a port; empty if it named none. */
    String host();

    /** Without the query, as the client wrote it; empty if there is none. */
    String path();

    /** The first value of a header. */
    Optional<String> header(String name);
}
