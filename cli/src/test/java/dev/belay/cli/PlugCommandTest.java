package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PlugCommandTest {
    private static final String HARNESS = "../examples/wasmpay/harness/harness.wasm";
    private static final String BANK = "../examples/wasmpay/validators/terrano/terrano.wasm";

    @TempDir
    Path directory;

    @Test
    void composesAndSaysWhatWasMet() {
        var out = directory.resolve("app.wasm");
        var run = belay("plug", HARNESS, "--plug", BANK, "-o", out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines())
                .anyMatch(("met wasmpay:platform/validation@0.1.0 of " + HARNESS + " by " + BANK)::equals)
                .anyMatch(line -> line.startsWith("left to import: ") && line.contains("wasi:http/types"))
                .last().asString().startsWith("wrote " + out + ", ");
        assertThat(belay("validate", out.toString()).code()).isZero();
    }

    @Test
    void saysItAsJson() {
        var out = directory.resolve("app.wasm").toString();
        var json = new JsonMapper().readTree(belay("plug", HARNESS, "--plug", BANK, "-o", out, "--json").out());
        assertThat(json.get("links").get(0).get("exporter").asString()).isEqualTo(BANK);
        assertThat(json.get("bytes").asInt()).isPositive();
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        var out = directory.resolve("app.wasm").toString();
        var useless = belay("plug", BANK, "--plug", BANK, "-o", out);
        assertThat(useless.code()).isEqualTo(1);
        assertThat(useless.errorLines()).singleElement().asString().startsWith("error: ").contains(BANK);
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
