package dev.belay.cli;

import dev.belay.platform.spec.Part;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Which components came out of registries, and what their tags meant. */
final class FetchedParts {
    private FetchedParts() {}

    static void print(List<Part> parts, PrintStream to) {
        parts.forEach(part -> to.println(Worded.printable("fetched " + part.label())));
    }

    /** @return for JSON: each reference with the digest of its manifest, and the digest of the component itself */
    static List<Map<String, String>> fields(List<Part> parts) {
        return parts.stream()
                .map(part -> Map.of("reference", part.label(), "component", "sha256:" + part.digest()))
                .toList();
    }
}
