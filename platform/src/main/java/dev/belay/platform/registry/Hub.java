package dev.belay.platform.registry;

import java.net.URI;
import java.util.function.Predicate;

/** Where the registry of a reference is: at its host, but for Docker Hub, which has another for the purpose and leaves out a part of short names. */
final class Hub {
    private static final String NAME = "docker.io";
    private static final String SERVER = "registry-1.docker.io";

    private Hub() {}

    /** @param inClearText whether the registry is asked without TLS */
    static URI base(Reference reference, Predicate<Reference> inClearText) {
        String host = reference.host().equals(NAME) ? SERVER : reference.host();
        return URI.create((inClearText.test(reference) ? "http://" : "https://") + host + "/");
    }

    static String repository(Reference reference) {
        boolean isShort = reference.host().equals(NAME) && reference.repository().indexOf('/') < 0;
        return isShort ? "library/" + reference.repository() : reference.repository();
    }
}
