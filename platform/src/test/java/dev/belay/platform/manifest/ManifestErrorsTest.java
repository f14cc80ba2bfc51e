package dev.belay.platform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a person sees of a wrong manifest, held in files beside it: {@code -Dbelay.golden=write} writes them anew. */
class ManifestErrorsTest {
    private static final Path CASES = Path.of("src", "test", "resources", "dev", "belay", "platform", "manifest");

    @TestFactory
    Stream<DynamicTest> wrongManifestsAreExplained() throws IOException {
        List<Path> cases;
        try (var all = Files.list(CASES)) {
            cases = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(10);
        return cases.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> explained(file)));
    }

    private static void explained(Path file) throws IOException {
        var failure = catchThrowableOfType(
                ManifestException.class,
                () -> ManifestReader.read(file.getFileName().toString(), Files.readString(file), CASES, (_, _) -> {}, RemoteComponents.none()));
        assertThat(failure).as("%s is accepted", file).isNotNull();
        String text = failure.getMessage() + "\n";
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @Test
    void anchorsThatMultiplyAreRefused() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }
        assertThatThrownBy(() -> ManifestReader.read("bomb.yaml", yaml.toString(), CASES, (_, _) -> {}, RemoteComponents.none()))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("expected at most 2000000 values");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> ManifestReader.read("deep.yaml", "[".repeat(40) + "]".repeat(40), CASES, (_, _) -> {}, RemoteComponents.none()))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("nested");
    }
}
