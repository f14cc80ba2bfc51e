package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.conformance.Outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitesTest {
    private static final byte[] EMPTY_COMPONENT = HexFormat.of().parseHex("0061736d0d000100");
    private static final byte[] NO_COMPONENT = HexFormat.of().parseHex("0061736d0d000100ff00");

    @TempDir
    Path directory;

    @BeforeEach
    void writeBinaries() throws IOException {
        Files.write(directory.resolve("good.wasm"), EMPTY_COMPONENT);
        Files.write(directory.resolve("bad.wasm"), NO_COMPONENT);
    }

    @Test
    void countsWhatPassesAndWhatFails() throws IOException {
        script("""
                {"type": "module", "line": 1, "filename": "good.wasm", "module_type": "binary"},
                {"type": "module", "line": 2, "filename": "bad.wasm", "module_type": "binary"},
                {"type": "assert_malformed", "line": 3, "filename": "bad.wasm", "module_type": "binary", "text": "x"},
                {"type": "assert_invalid", "line": 4, "filename": "good.wasm", "module_type": "binary", "text": "x"},
                {"type": "assert_malformed", "line": 5, "filename": "t.wat", "module_type": "text", "text": "x"},
                {"type": "assert_return", "line": 6, "action": {"type": "invoke", "field": "f", "args": []}, "expected": []}
                """);
        var report = run(Options.defaults());
        assertThat(report.summary()).isEqualTo("2 passed, 3 failed, 1 skipped");
        assertThat(report.with(Status.FAILED)).extracting(Outcome::line).containsExactly(2, 4, 6);
        assertThat(report.with(Status.FAILED).get(1))
                .hasToString("s.wast:4 assert_invalid: expected a refusal (x), found none");
        assertThat(report.skips()).containsExactly(java.util.Map.entry("s: text", 1L));
    }

    @Test
    void skipsAsynchronousDirectivesUnlessTheyOnlyRefuse() throws IOException {
        script("""
                {"type": "module", "line": 1, "filename": "good.wasm", "module_type": "binary"},
                {"type": "assert_malformed", "line": 2, "filename": "bad.wasm", "module_type": "binary"}
                """);
        Files.writeString(directory.resolve("s.oracle.json"), "{\"commandFeatures\": [[\"async\"], [\"async\"]]}");
        assertThat(run(Options.defaults()).summary()).isEqualTo("1 passed, 0 failed, 1 skipped");
        assertThat(run(new Options(true, Set.of())).summary()).isEqualTo("2 passed, 0 failed, 0 skipped");
        assertThat(run(new Options(true, Set.of("async"))).summary()).isEqualTo("0 passed, 0 failed, 2 skipped");
    }

    @Test
    void readsZips() throws IOException {
        Path zip = directory.resolve("suite.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "MANIFEST.json", "{}".getBytes());
            entry(out, "a/b/b.json", ("{\"commands\": [{\"type\": \"module\", \"line\": 7, \"filename\": \"b.0.wasm\"}]}").getBytes());
            entry(out, "a/b/b.0.wasm", EMPTY_COMPONENT);
        }
        var report = Suites.run(List.of(zip), Options.defaults(), _ -> {});
        assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.place()).isEqualTo("a/b.wast:7");
            assertThat(outcome.status()).isEqualTo(Status.PASSED);
        });
    }

    @Test
    void saysWhereThereAreNoScripts() {
        assertThatThrownBy(() -> run(Options.defaults()))
                .isInstanceOf(SuiteException.class)
                .hasMessageEndingWith("expected scripts (NAME.json with \"commands\"), found none");
        assertThatThrownBy(() -> Suites.run(List.of(directory.resolve("gone")), Options.defaults(), _ -> {}))
                .isInstanceOf(SuiteException.class)
                .hasMessageEndingWith("gone: no such file or directory");
    }

    private void script(String commands) throws IOException {
        Files.writeString(directory.resolve("s.json"), "{\"commands\": [" + commands + "]}");
    }

    private Report run(Options options) {
        return Suites.run(List.of(directory), options, _ -> {});
    }

    private static void entry(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
