package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintCommandTest {
    private static final String TOOL = "src/test/guests/tool/tool.wasm";

    @TempDir
    Path directory;

    @Test
    void printsComponentsWithoutCodeUnlessAskedTo() {
        var brief = belay("print", TOOL);
        assertThat(brief.code()).isZero();
        assertThat(brief.out())
                .startsWith("(component\n")
                .endsWith(")\n")
                .contains("(canon lift (core func ")
                .contains(" instructions;))")
                .doesNotContain("local.get");
        assertThat(belay("print", "--bodies", TOOL).out()).contains("local.get 0").doesNotContain(" instructions;)");
    }

    @Test
    void writesToAFile() {
        Path target = directory.resolve("tool.wat");
        var run = belay("print", TOOL, "-o", target.toString());
        assertThat(run.out()).isEmpty();
        assertThat(target).hasContent(belay("print", TOOL).out());
    }

    @Test
    void printsCoreModules() throws IOException {
        Path module = Files.write(directory.resolve("m.wasm"), HexFormat.of().parseHex("0061736d01000000"));
        assertThat(belay("print", module.toString()).out()).isEqualTo("(module\n)\n");
    }

    @Test
    void complainsAboutAnythingElse() throws IOException {
        Path broken = Files.write(directory.resolve("b.wasm"), HexFormat.of().parseHex("0061736d0d000100ff00"));
        var run = belay("print", broken.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errorLines()).singleElement().asString().contains("b.wasm: unknown section 0xff (at offset 0x8)");
    }

    @Test
    void plansSayWhereEverythingComesFrom() {
        var run = belay("inspect", "--plan", TOOL);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("core modules: ")
                .contains("  core 0 = module ")
                .contains("-> import \"wasi:cli/environment@0.2.12\"")
                .contains("\"run\" = lift of core ");
    }
}
