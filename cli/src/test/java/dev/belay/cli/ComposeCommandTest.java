package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeCommandTest {
    private static final String CASES = "../compose/src/test/resources/dev/belay/compose/wac/";
    private static final String DEPENDENCIES = CASES + "deps/";

    @TempDir
    private Path directory;

    @Test
    void aResourceIsSharedByThreeComponents() {
        String out = directory.resolve("app.wasm").toString();
        var run = belay("compose", CASES + "shared.wac", "-o", out);
        assertThat(run.errorLines()).first().isEqualTo("left to import: nothing");
        assertThat(run.code()).isZero();
        assertThat(belay("invoke", out, "run(41)").out()).isEqualTo("42\n");
    }

    @Test
    void packagesAreFoundByName() throws IOException {
        Path file = Files.copy(Path.of(CASES, "shared.wac"), directory.resolve("shared.wac"));
        String out = directory.resolve("app.wasm").toString();
        assertThat(belay("compose", file.toString(), "-o", out).errorLines())
                .first().asString().isEqualTo("error: package `test:store` is not there");
        assertThat(directory.resolve("app.wasm")).doesNotExist();
        var run = belay("compose", file.toString(), "-o", out,
                "--dep", "test:store=" + DEPENDENCIES + "test/store.wasm",
                "--dep", "test:mid=" + DEPENDENCIES + "test/mid.wasm",
                "--dep", "test:app=" + DEPENDENCIES + "test/app.wasm");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(belay("invoke", out, "run(1)").out()).isEqualTo("2\n");
        String all = directory.resolve("all.wasm").toString();
        assertThat(belay("compose", file.toString(), "-o", all, "--deps-dir", DEPENDENCIES).code()).isZero();
    }

    @Test
    void aDryRunDrawsTheGraph() {
        assertThat(belay("compose", "--dry-run", CASES + "shared.wac").out())
                .contains("mid = test:mid\n  test:store/store@1.0.0 <- store test:store/store@1.0.0\n");
        assertThat(belay("compose", "--dry-run=dot", CASES + "shared.wac").out()).startsWith("digraph composition {");
    }

    @Test
    void whatIsWrongIsShownWhereItIs() {
        var run = CliRun.withInput("package a:b;\nlet x = yy;\n".getBytes(), "compose", "-");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines()).containsExactly(
                "error: the name `yy` does not exist here",
                "   --> stdin:2:9",
                "    |",
                "  2 | let x = yy;",
                "    |         ^^");
    }

    @Test
    void componentsAreHeldAgainstWorlds() {
        String out = directory.resolve("app.wasm").toString();
        belay("compose", CASES + "rest.wac", "-o", out);
        String wit = DEPENDENCIES + "wit/api.wit";
        var fits = belay("targets", out, "--wit", wit, "--world", "runner");
        assertThat(fits.out()).isEqualTo("fits runner\n");
        assertThat(fits.code()).isZero();
        var misfits = belay("targets", out, "--wit", wit, "--world", "wit:api/stricter");
        assertThat(misfits.code()).isEqualTo(1);
        assertThat(misfits.out().lines())
                .hasSize(3)
                .contains("run » param value: expected string, found u32")
                .last().asString().isEqualTo("does not fit wit:api/stricter: 2 differences");
        assertThat(belay("targets", out, "--wit", wit, "--world", "runer").errorLines())
                .containsExactly("error: world `runer` does not exist in " + wit + "; did you mean `runner`?");
    }

    @Test
    void witGoesIntoBinariesAndOutOfThem() throws IOException {
        String wit = DEPENDENCIES + "wit/api.wit";
        String binary = directory.resolve("api.wasm").toString();
        assertThat(belay("wit", "--wasm", wit, "-o", binary).code()).isZero();
        assertThat(belay("validate", binary).code()).isZero();
        String text = belay("wit", wit).out();
        assertThat(belay("wit", binary).out()).isEqualTo(text);
        assertThat(belay("wit", "--json", wit).out()).startsWith("{\"packages\":[{\"name\":\"wit:api@1.0.0\",");
        assertThat(belay("wit", DEPENDENCIES + "test/app.wasm").out()).contains("export run: func(value: u32) -> u32;");
        Path wrong = Files.writeString(directory.resolve("wrong.wit"), "package a:b;\ninterface i {\n  f: fun();\n}\n");
        assertThat(belay("wit", wrong.toString()).errorLines()).containsExactly(
                "error: expected `func`, found `fun`",
                "   --> " + wrong + ":3:6",
                "    |",
                "  3 |   f: fun();",
                "    |      ^^^");
    }

    /** Whatever is wrong with a component, the commands say so in words. */
    @Test
    void brokenComponentsEndWell() throws IOException {
        String wit = DEPENDENCIES + "wit/api.wit";
        String binary = directory.resolve("api.wasm").toString();
        belay("wit", "--wasm", wit, "-o", binary);
        var random = new Random(20_261_124);
        for (String seed : List.of("../examples/wasmpay/validators/terrano/terrano.wasm", binary, DEPENDENCIES + "test/mid.wasm")) {
            byte[] whole = Files.readAllBytes(Path.of(seed));
            for (int i = 0; i < 30; i++) {
                byte[] bytes = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                if (bytes.length > 8) {
                    bytes[8 + random.nextInt(Math.min(bytes.length - 8, 2_000))] ^= (byte) (1 << random.nextInt(8));
                }
                String broken = Files.write(directory.resolve("broken.wasm"), bytes).toString();
                String out = directory.resolve("out.wasm").toString();
                for (String[] words : new String[][] {
                    {"wit", broken},
                    {"wit", "--wasm", broken, "-o", out},
                    {"targets", broken, "--wit", wit, "--world", "runner"},
                    {"targets", DEPENDENCIES + "test/app.wasm", "--wit", broken, "--world", "runner"},
                    {"compose", CASES + "shared.wac", "--dep", "test:mid=" + broken, "-o", out}
                }) {
                    var run = belay(words);
                    assertThat(run.code()).as(String.join(" ", words)).isBetween(0, 1);
                    assertThat(run.err()).as(String.join(" ", words)).doesNotContain("defect in Belay", "Exception");
                }
            }
        }
    }
}
