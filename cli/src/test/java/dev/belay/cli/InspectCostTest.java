package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCostTest {
    private static final String BANK = "../examples/wasmpay/validators/terrano/terrano.wasm";
    private static final String HARNESS = "../examples/wasmpay/harness/harness.wasm";
    /** A component that instantiates a core module of one function, which is its start function and never ends. */
    private static final byte[] ENDLESS = HexFormat.of().parseHex("0061736d0d000100" + "0120"
            + "0061736d01000000" + "010401600000" + "03020100" + "080100" + "0a0901070003400c000b0b" + "020401000000");

    @Test
    void printsWhatAComponentCosts() {
        var run = belay("inspect", "--cost", BANK);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^core module: [0-9,]+ bytes, [0-9,]+ functions, [0-9,]+ compiled to [0-9,]+ classes of ")
                .containsPattern("(?m)^in all: [0-9,]+ functions, ")
                .containsPattern("(?m)^loaded: [1-9][0-9,]* bytes of heap, ")
                .containsPattern("(?m)^fresh instance: [1-9][0-9,]* bytes of heap, made in [1-9][0-9,]* ns$");
    }

    @Test
    void printsItAsJson() {
        JsonNode cost = json(belay("inspect", "--cost", "--json", BANK));
        assertThat(sum(cost.get("modules"), "functions")).isEqualTo(cost.get("functions").asLong());
        assertThat(sum(cost.get("modules"), "classBytes")).isEqualTo(cost.get("classBytes").asLong());
        assertThat(cost.get("compiled").asLong() + cost.get("interpreted").asLong())
                .isEqualTo(cost.get("functions").asLong());
        assertThat(cost.get("classBytes").asLong()).isGreaterThan(sum(cost.get("modules"), "bytes"));
        assertThat(cost.get("loadedHeapBytes").asLong()).isPositive();
        assertThat(cost.get("instance").get("heapBytes").asLong()).isPositive();
    }

    @Test
    void saysWhichImportKeepsItFromMakingInstances() {
        JsonNode cost = json(belay("inspect", "--cost", "--json", HARNESS));
        assertThat(cost.get("instance").get("notMeasured").asString()).contains("wasmpay:platform/");
        assertThat(cost.get("loadedHeapBytes").asLong()).isPositive();
    }

    @Test
    void endsThoughAStartFunctionDoesNot() {
        var run = CliRun.withInput(ENDLESS, "inspect", "--cost", "-");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("1 functions, 1 compiled to ")
                .contains("fresh instance: not measured: ")
                .contains("deadline exceeded");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(BANK));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        var run = CliRun.withInput(cut, "inspect", "--cost", "-");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines()).singleElement().asString().startsWith("error: stdin: ").contains("(at offset 0x");
        byte[] module = HexFormat.of().parseHex("0061736d01000000");
        assertThat(CliRun.withInput(module, "inspect", "--cost", "-").errorLines())
                .singleElement()
                .asString()
                .contains("expected a component, found a core module");
    }

    @Test
    void isNotAskedForWithThePlan() {
        assertThat(belay("inspect", "--cost", "--plan", BANK).code()).isEqualTo(2);
    }

    private static JsonNode json(CliRun run) {
        assertThat(run.code()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private static long sum(JsonNode modules, String figure) {
        long sum = 0;
        for (JsonNode module : modules) {
            sum += module.get(figure).asLong();
        }
        return sum;
    }
}
