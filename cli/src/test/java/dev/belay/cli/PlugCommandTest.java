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
    private static final String LOG = "../examples/guests/validation-log/validation-log.wasm";

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

    /** The figures are the same wherever it is composed. */
    @Test
    void whatConnectsAHarnessAndAValidatorTakesLessThanFourKilobytes() throws IOException {
        var out = directory.resolve("app.wasm");
        belay("plug", HARNESS, "--plug", BANK, "-o", out.toString());
        long glue = Files.size(out) - Files.size(Path.of(HARNESS)) - Files.size(Path.of(BANK));
        assertThat(glue).isPositive().isLessThan(4 << 10);
        var inspected = belay("inspect", out.toString());
        assertThat(inspected.out())
                .contains("// stack:\n", "\n//     wasmpay:platform/validation@0.1.0 <- terrano.wasm\n", "what connects them: ")
                .contains("processed-by: belay ")
                .containsPattern("//   harness.wasm: [0-9,]+ bytes, [0-9.]+ %");
        var stack = new JsonMapper().readTree(belay("inspect", "--json", out.toString()).out()).get("stack");
        assertThat(stack.get("instances").get(1).get("name").asString()).isEqualTo("harness.wasm");
        assertThat(stack.get("glue").asInt()).isLessThan(4 << 10);
    }

    @Test
    void everyPieceOfAChainSeesTheCall() {
        var out = directory.resolve("logged.wasm").toString();
        assertThat(belay("plug", BANK, "--wrap", LOG, "--wrap", LOG, "--wrap", LOG, "-o", out).code()).isZero();
        String bank = "id: \"1\", country: \"US\", currency: \"GBP\", name: \"\"";
        var run = belay("invoke", out, "validate({origin: {code: \"N\\nH\", " + bank + "}, destination: {code: \"IC\", " + bank
                + "}, amount: 1250, currency: \"USD\", status: \"pending\", reason: \"rent\"})");
        assertThat(run.out()).startsWith("{approved: false, reason: some(\"Currency mismatch");
        assertThat(run.errorLines())
                .hasSize(3)
                .allMatch("validate N\\nH to IC, 1250 USD: refused, Currency mismatch: USD sent to an account in GBP"::equals);
    }

    @Test
    void theOutputCanTakeThePlaceOfAnInput() throws IOException {
        var file = Files.copy(Path.of(BANK), directory.resolve("bank.wasm"));
        assertThat(belay("plug", HARNESS, "--plug", file.toString(), "-o", file.toString()).code()).isZero();
        assertThat(belay("validate", file.toString()).code()).isZero();
        byte[] composed = Files.readAllBytes(file);
        assertThat(belay("plug", file.toString(), "--plug", BANK, "-o", file.toString()).code()).isOne();
        assertThat(file).hasBinaryContent(composed);
    }

    @Test
    void readsFromStdinAndDraws() throws IOException {
        byte[] bank = Files.readAllBytes(Path.of(BANK));
        var run = CliRun.withInput(bank, "plug", HARNESS, "--plug", "-", "--dry-run");
        assertThat(run.out()).contains("wasmpay:platform/validation@0.1.0 <- - wasmpay:platform/validation@0.1.0");
        assertThat(CliRun.withInput(bank, "plug", HARNESS, "--plug", "-", "--dry-run=svg").out()).startsWith("<svg ");
        assertThat(belay("plug", HARNESS).code()).isEqualTo(2);
        assertThat(belay("plug", HARNESS, "--plug", BANK).code()).isEqualTo(2);
    }
}
