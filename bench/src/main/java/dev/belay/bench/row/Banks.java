package dev.belay.bench.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The validators that are measured. */
final class Banks {
    static final String RUST = "nordhaven";
    static final String C = "terrano";

    /** The language that each is written in. */
    static final Map<String, String> IN;

    static {
        var in = new LinkedHashMap<String, String>();
        in.put(RUST, "Rust");
        in.put(C, "C");
        IN = Collections.unmodifiableMap(in);
    }

    private Banks() {}
}
