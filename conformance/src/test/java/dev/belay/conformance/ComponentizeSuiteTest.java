package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.wit.WitBinary;
import dev.belay.compose.Componentize;
import dev.belay.compose.ComponentizeException;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The inputs of wit-component become components with the same WIT as those that it made of them. What does not is listed,
 * with the reason, in {@code conformance/suites/componentize.known}; that list may only shrink.
 */
class ComponentizeSuiteTest {
    private static final String CASES = "wat/wit-component/components/";
    private static final String MODULE = "module.wasm";
    private static final String GOLDEN = "component.wasm";
    private static final String ADAPTER = "adapt-";
    private static final int MADE_OF_ONE_MODULE = 97;

    @Test
    void givesTheSameWitBack() throws IOException {
        Map<String, String> known = known();
        var failures = new TreeMap<String, String>();
        var cases = cases();
        cases.forEach((name, files) -> failure(files).ifPresent(why -> failures.put(name, why)));
        assertThat(cases).hasSize(MADE_OF_ONE_MODULE);
        assertThat(failures.entrySet().stream().filter(f -> !known.containsKey(f.getKey())).toList()).isEmpty();
        assertThat(known.keySet().stream().filter(name -> !failures.containsKey(name)).toList())
                .as("known failures that are none: take them out of the list")
                .isEmpty();
    }

    private static Optional<String> failure(Map<String, byte[]> files) {
        try {
            String expected = WitBinary.text(files.get(GOLDEN));
            var making = Componentize.module(MODULE, files.get(MODULE)).world(world(expected));
            files.forEach((name, bytes) -> {
                if (name.startsWith(ADAPTER)) {
                    making.adapter(name.substring(ADAPTER.length(), name.lastIndexOf('.')), bytes);
                }
            });
            String found = WitBinary.text(making.component());
            return found.equals(expected) ? Optional.empty() : Optional.of("other WIT:\n" + found);
        } catch (InvalidComponentException | ComponentizeException | WitException e) {
            return Optional.of(e.toString());
        }
    }

    private static WitWorld world(String wit) {
        var file = WitLoader.parse("golden", wit.getBytes(StandardCharsets.UTF_8));
        return Resolver.resolve(List.of(List.of(file)), Features.all())
                .root()
                .worlds()
                .values()
                .iterator()
                .next();
    }

    /** By name, those that are made of one main module rather than linked of several libraries. */
    private static Map<String, Map<String, byte[]>> cases() throws IOException {
        var all = new TreeMap<String, Map<String, byte[]>>();
        try (var zip = new ZipFile(Shared.suite("wat-inputs").toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                String path = entry.getName();
                if (path.startsWith(CASES)) {
                    String[] parts = path.substring(CASES.length()).split("/", 2);
                    all.computeIfAbsent(parts[0], _ -> new LinkedHashMap<>())
                            .put(parts[1], zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        all.values().removeIf(files -> !files.containsKey(MODULE) || !files.containsKey(GOLDEN));
        return all;
    }

    /** Lines of a name and a reason: {@code threading: needs threads}. */
    private static Map<String, String> known() throws IOException {
        var known = new TreeMap<String, String>();
        Path list = Path.of(System.getProperty("belay.root", "."), "conformance/suites/componentize.known");
        for (String line : Files.readAllLines(list)) {
            int colon = line.indexOf(": ");
            known.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return known;
    }
}
