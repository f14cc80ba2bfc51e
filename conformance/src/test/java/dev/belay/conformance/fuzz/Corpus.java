package dev.belay.conformance.fuzz;

import dev.belay.conformance.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** The binaries of the suites, valid and invalid, to mutate. */
final class Corpus {
    /** Larger ones are slow to parse, and hold nothing that small ones do not. */
    private static final int MAX_BYTES = 16 << 10;

    private static final int LAYER_OFFSET = 6;

    private Corpus() {}

    /** Components only; skips the test if the suites are absent. */
    static List<byte[]> components() {
        var components = new ArrayList<byte[]>();
        for (String suite : List.of("component-model", "wasm-tools-component-model", "wat-inputs")) {
            try (var zip = new ZipFile(Shared.suite(suite).toFile())) {
                for (var entry : zip.stream().filter(e -> e.getName().endsWith(".wasm")).toList()) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    if (bytes.length > LAYER_OFFSET && bytes.length <= MAX_BYTES && bytes[LAYER_OFFSET] == 1) {
                        components.add(bytes);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return components;
    }
}
