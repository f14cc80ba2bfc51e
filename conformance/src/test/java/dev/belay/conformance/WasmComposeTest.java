package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Subtyping;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.compose.ComposeException;
import dev.belay.compose.Dependencies;
import dev.belay.compose.Wac;
import dev.belay.compose.WacException;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.WitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inputs of wasm-compose. What its configurations and its search by name connect is said in WAC; components that it
 * makes a composition of become one with the same imports and exports, and those that it refuses are refused.
 */
class WasmComposeTest {
    private static final Path CASES = Path.of("src/test/resources/dev/belay/conformance/wasm-compose");
    private static final String INPUTS = "wat/wasm-compose/";
    private static final int COMPOSED = 13;
    private static final int REFUSED = 13;

    @TempDir
    private Path directory;

    @Test
    void composesWhatOthersCompose() throws IOException {
        unpack();
        List<Path> cases = cases(CASES);
        for (Path wac : cases) {
            String name = name(wac);
            Wac read = read(wac);
            if (name.equals("complex-import")) {
                assertThat(read.compose(Wac.Components.IMPORTED).imports())
                        .containsExactly("unlocked-dep=<c:a>", "unlocked-dep=<c:b>", "unlocked-dep=<c:root>");
                continue;
            }
            ComponentType made = type(read.compose().bytes().toByteArray());
            ComponentType golden = type(Files.readAllBytes(directory.resolve(name).resolve("composed.wasm")));
            assertThat(made.exports().keySet()).as(name).isEqualTo(golden.exports().keySet());
            assertThat(made.imports().keySet()).as(name).isEqualTo(golden.imports().keySet());
            assertThat(differences(made, golden)).as(name).isEmpty();
            assertThat(differences(golden, made)).as(name).isEmpty();
        }
        assertThat(cases).hasSize(COMPOSED);
    }

    @Test
    void refusesWhatOthersRefuse() throws IOException {
        unpack();
        List<Path> cases = cases(CASES.resolve("refused"));
        for (Path wac : cases) {
            assertThat(refusal(wac)).as(name(wac)).isNotBlank();
        }
        assertThat(cases).hasSize(REFUSED);
    }

    private String refusal(Path wac) throws IOException {
        try {
            read(wac).compose();
            return "";
        } catch (WacException | WitException | ComposeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<?> differences(ComponentType one, ComponentType other) {
        return Subtyping.check(new ExternType.Component(one), new ExternType.Component(other)).mismatches();
    }

    private static ComponentType type(byte[] component) {
        return ComponentValidator.validate(ComponentDecoder.decode(component));
    }

    private Wac read(Path wac) throws IOException {
        var packages = new Dependencies();
        try (Stream<Path> files = Files.list(directory.resolve(name(wac)))) {
            files.forEach(file -> packages.with("c:" + name(file), file));
        }
        if (name(wac).equals("complex-import")) {
            packages.with("c:a", directory.resolve("complex/a.wasm")).with("c:b", directory.resolve("complex/b.wasm"));
        }
        return Wac.read(new Source(wac.toString(), Files.readString(wac)), packages);
    }

    private static List<Path> cases(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".wac")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    private void unpack() throws IOException {
        try (var zip = new ZipFile(Shared.suite("wat-inputs").toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith(INPUTS)) {
                    Path file = directory.resolve(entry.getName().substring(INPUTS.length()));
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }
}
