package dev.belay.platform.route;

import dev.belay.host.http.RequestLine;
import dev.belay.platform.serve.Application;
import dev.belay.platform.spec.Triggers;
import java.util.Comparator;
import java.util.Optional;

/**
 * A way to an application.
 *
 * @param found what looking it up gives
 */
record Route(Triggers.Http trigger, Optional<Application> found) {
    /** The longest path first, then who asks for more. */
    static final Comparator<Route> ORDER = Comparator.comparingInt((Route r) -> -r.trigger.path().length())
            .thenComparingInt(r -> -r.trigger.headers().size())
            .thenComparingInt(r -> r.trigger.methods().isEmpty() ? 1 : 0)
            .thenComparing(r -> r.found.map(Application::name).orElse(""));

    boolean matches(RequestLine request, String path) {
        return isBelow(path) && (trigger.methods().isEmpty() || trigger.methods().contains(request.method())) && hasHeaders(request);
    }

    private boolean isBelow(String path) {
        String prefix = trigger.path();
        return prefix.equals("/")
                || path.startsWith(prefix)
                        && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    private boolean hasHeaders(RequestLine request) {
        for (var wanted : trigger.headers().entrySet()) {
            if (!request.header(wanted.getKey()).filter(wanted.getValue()::equals).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
