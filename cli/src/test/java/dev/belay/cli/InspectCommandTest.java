package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.wit.WitTypes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {
    private static final String BANK = "../examples/wasmpay/validators/terrano/terrano.wasm";
    private static final byte[] MODULE =
            HexFormat.of().parseHex("0061736d0100000001060160017f017f03020100070501016600000a0601040020000b");

    @Test
    void printsWitThatCanBeReadAgain() {
        var run = belay("inspect", BANK);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("  export wasmpay:platform/validation@0.1.0;\n", "      reason: option<string>,\n")
                .containsPattern("(?m)^// component, [0-9,]+ bytes at 0x0$")
                .containsPattern("(?m)^//   core module, [0-9,]+ bytes at 0x");
        assertThat(WitTypes.parse(run.out()).worldType("root:component/root")).isPresent();
    }

    @Test
    void printsJson() {
        var json = new JsonMapper().readTree(belay("inspect", "--json", BANK).out());
        assertThat(json.get("kind").asString()).isEqualTo("component");
        assertThat(json.get("exports").get(0).get("name").asString()).isEqualTo("wasmpay:platform/validation@0.1.0");
        assertThat(json.get("wit").asString()).startsWith("package root:component;");
        assertThat(json.get("parts").size()).isPositive();
    }

    @Test
    void saysWhatACoreModuleHas() {
        var run = CliRun.withInput(MODULE, "inspect", "-");
        assertThat(run.out()).contains("core module, not a component", "export \"f\": func [i32] -> [i32]");
        assertThat(CliRun.withInput(MODULE, "inspect", "--json", "-").out()).contains("\"kind\":\"core module\"");
    }

    @Test
    void validateSaysAsJsonWhereAFileIsWrong() {
        byte[] broken = HexFormat.of().parseHex("0061736d0d0001006300");
        var run = CliRun.withInput(broken, "validate", "--json", "-");
        assertThat(run.code()).isEqualTo(1);
        var json = new JsonMapper().readTree(run.out());
        assertThat(json.get("valid").asBoolean()).isFalse();
        assertThat(json.get("offset").asInt()).isEqualTo(8);
        assertThat(belay("validate", "--json", BANK).out()).isEqualTo("{\"valid\":true}\n");
    }
}
