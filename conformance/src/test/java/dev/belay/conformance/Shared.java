package dev.belay.conformance;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The suites of others, which are no part of this repository. */
public final class Shared {
    private Shared() {}

    /** The zip of a suite; without it the test is skipped, or fails if the suites are required. */
    public static Path suite(String name) {
        var directory = Optional.ofNullable(System.getenv("BELAY_SHARED"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("belay.root", "."), "..", "shared"));
        Path zip = directory.resolve("conformance").resolve(name + ".zip");
        if (!Files.exists(zip)) {
            if (Boolean.getBoolean("belay.conformance.required")) {
                fail("the suite " + zip + " is required and missing");
            }
            abort("the suite " + zip + " is missing: set BELAY_SHARED to the directory that has conformance/");
        }
        return zip;
    }
}
