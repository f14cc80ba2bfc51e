package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentizeCommandTest {
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final CoreType.Func ADD = new CoreType.Func(
            List.of(CoreValType.I32, CoreValType.I32), List.of(CoreValType.I32));

    @TempDir
    Path directory;

    private byte[] core = {};
    private String file = "";
    private String wit = "";
    private String out = "";

    @BeforeEach
    void makeFiles() throws IOException {
        var module = new CoreModuleBuilder();
        int host = module.importFunction("$root", "plus", ADD);
        module.export("add", CoreSort.FUNC, module.function(ADD, body -> body.localGet(0).localGet(1).call(host)));
        core = module.build().toByteArray();
        file = Files.write(directory.resolve("core.wasm"), core).toString();
        wit = Files.writeString(directory.resolve("app.wit"), """
                package test:app;
                world app {
                  import plus: func(a: u32, b: u32) -> u32;
                  export add: func(a: u32, b: u32) -> u32;
                }
                """).toString();
        out = directory.resolve("out.wasm").toString();
    }

    @Test
    void makesAComponentOfAModuleAndAWorld() {
        var run = belay("componentize", file, "--wit", wit, "--world", "app", "-o", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(belay("validate", out).code()).isZero();
        assertThat(belay("wit", out).out()).contains("import plus: func(a: u32, b: u32) -> u32;", "export add: func");
    }

    @Test
    void readsFromStdinWhatEmbedWrites() {
        assertThat(belay("embed", file, "--wit", wit, "-o", out).code()).isZero();
        byte[] embedded = read(out);
        String second = directory.resolve("second.wasm").toString();
        assertThat(CliRun.withInput(embedded, "componentize", "-", "-o", second).code()).isZero();
        assertThat(belay("wit", second).out()).contains("export add");
    }

    @Test
    void writesToStdoutUnlessToldOtherwise() {
        assertThat(belay("embed", file, "--wit", wit).out()).startsWith("\0asm\1");
        assertThat(belay("componentize", file, "--wit", wit).out()).startsWith("\0asm\r");
    }

    @Test
    void writesNothingWhenItFails() {
        var run = belay("componentize", file, "-o", out);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no world was given", "--wit DIR");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void refusesWhatIsNoCoreModule() {
        var run = belay("componentize", wit, "--wit", wit, "-o", out);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("expected a core module, found something else");
    }

    @Test
    void endsWellWithBrokenModules() throws IOException {
        byte[] embedded = embedded();
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = i % 2 == 0
                    ? Arrays.copyOf(embedded, 8 + random.nextInt(embedded.length - 8))
                    : mutated(embedded, random);
            Path broken = Files.write(directory.resolve("broken.wasm"), bytes);
            long start = System.nanoTime();
            var run = belay("componentize", broken.toString(), "--wit", wit, "-o", out);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ENOUGH);
            assertThat(run.err()).as("case " + i).doesNotContain("defect in Belay", "\tat ");
            assertThat(run.code()).as("case " + i).isBetween(0, 1);
            if (run.code() == 0) {
                assertThat(belay("validate", out).code()).as("case " + i).isZero();
            }
        }
    }

    private byte[] embedded() {
        assertThat(belay("embed", file, "--wit", wit, "-o", out).code()).isZero();
        return read(out);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        copy[8 + random.nextInt(copy.length - 8)] = (byte) random.nextInt();
        return copy;
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
