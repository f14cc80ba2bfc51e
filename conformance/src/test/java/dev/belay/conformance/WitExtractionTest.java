package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.wit.WitBinary;
import dev.belay.compose.WitEncoder;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.print.WitPrinter;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitPackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** WIT out of the components of other tools, and packages of theirs there and back. */
class WitExtractionTest {
    private static final String PACKAGES = "wat/wit-component/interfaces/";
    private static final int NUMBER_OF_PACKAGES = 41;
    /** Valid components; the rest are modules, and components that break a rule on purpose. */
    private static final int VALID = 234;

    @Test
    void everyComponentGivesWitThatCanBeRead() throws IOException {
        var wrong = new ArrayList<String>();
        int read = 0;
        for (var file : components("wat/").entrySet()) {
            String text;
            try {
                text = WitBinary.text(file.getValue());
            } catch (InvalidComponentException _) {
                continue;
            }
            try {
                packages(text);
                read++;
            } catch (WitException e) {
                wrong.add(file.getKey() + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThanOrEqualTo(VALID);
    }

    @Test
    void packagesKeepTheirDocumentationAndGates() throws IOException {
        var files = components(PACKAGES);
        var wrong = new ArrayList<String>();
        files.forEach((name, bytes) -> {
            String text = WitBinary.text(bytes);
            WitPackages packages = packages(text);
            String again = WitBinary.text(WitEncoder.encode(packages));
            if (!WitPrinter.printRoot(packages(again)).equals(WitPrinter.printRoot(packages))) {
                wrong.add(name + ":\n" + text + "\n" + again);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(files).hasSize(NUMBER_OF_PACKAGES);
        assertThat(WitBinary.text(files.get(PACKAGES + "doc-comments.wasm")))
                .contains("/// package docs;\n", "/// world func export docs\n", "/// variant case docs\n");
    }

    private static WitPackages packages(String text) {
        return Resolver.resolve(
                List.of(List.of(WitLoader.parse("extracted", text.getBytes(StandardCharsets.UTF_8)))), Features.all());
    }

    private static Map<String, byte[]> components(String folder) throws IOException {
        var all = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(Shared.suite("wat-inputs").toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".wasm")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    if (bytes.length > 6 && bytes[6] == 1) {
                        all.put(entry.getName(), bytes);
                    }
                }
            }
        }
        return all;
    }
}
