package dev.belay.bench;

import dev.belay.bench.guest.Guests;
import java.util.ArrayList;
import java.util.List;

/** What every JVM is started with that is measured. */
final class JvmOptions {
    private JvmOptions() {}

    /** Those of `belay serve`, and where the guests are. */
    static List<String> asTheLauncher() {
        var options = new ArrayList<>(List.of("-Xss8m", "-XX:-DontCompileHugeMethods", "-XX:+UseCompactObjectHeaders", "-Xshare:auto"));
        for (String property : List.of(Guests.ROOT, Guests.LARGE)) {
            String value = System.getProperty(property);
            if (value != null) {
                options.add("-D" + property + "=" + value);
            }
        }
        String more = System.getenv("BELAY_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            options.addAll(List.of(more.strip().split("\\s+")));
        }
        return options;
    }
}
