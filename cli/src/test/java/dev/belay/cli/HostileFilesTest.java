package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, a command ends soon and with one line that says what is wrong with it. */
class HostileFilesTest {
    private static final long SEED = 20_261_124;
    /** Of some 400: all of them, at seven commands each, take minutes. */
    private static final int FILES_OF_OTHERS = 30;
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final List<String> SEEDS = List.of(
            "../examples/wasmpay/validators/terrano/terrano.wasm",
            "../examples/wasmpay/validators/nordhaven/nordhaven.wasm",
            "../examples/wasmpay/harness/harness.wasm",
            "src/test/guests/tool/tool.wasm");
    private static final String BANK = SEEDS.getFirst();

    @TempDir
    Path directory;

    private enum Kind {
        /** The bytes cannot be read as a component: every command fails, and says at what offset. */
        BROKEN,
        /** They may still be a component. */
        DOUBTFUL
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void truncated(int seed) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(SEEDS.get(seed)));
        var random = new Random(SEED + seed);
        for (int size : new int[] {0, 1, 4, 7, 9, whole.length - 1}) {
            assertEndsWell(Arrays.copyOf(whole, size), size <= 7 ? Kind.BROKEN : Kind.DOUBTFUL);
        }
        for (int i = 0; i < 12; i++) {
            assertEndsWell(Arrays.copyOf(whole, random.nextInt(whole.length)), Kind.DOUBTFUL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void flipped(int seed) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(SEEDS.get(seed)));
        var random = new Random(SEED + seed);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // Half of them near the start or the end, where components say what they are.
                int at = switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(Math.min(bytes.length, 400));
                    case 1 -> bytes.length - 1 - random.nextInt(Math.min(bytes.length, 2_000));
                    default -> random.nextInt(bytes.length);
                };
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            assertEndsWell(bytes, Kind.DOUBTFUL);
        }
    }

    @Test
    void random() throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            assertEndsWell(bytes, Kind.BROKEN);
            if (bytes.length >= 8) {
                System.arraycopy(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0}, 0, bytes, 0, 8);
                assertEndsWell(bytes, Kind.DOUBTFUL);
            }
        }
    }

    @Test
    void suitesOfOthers() throws IOException {
        Path zip = Path.of(System.getProperty("belay.root", ".."), "..", "shared", "conformance", "wat-inputs.zip");
        assumeTrue(Files.exists(zip), () -> "the suite " + zip + " is missing");
        var random = new Random(SEED);
        try (var all = new ZipFile(zip.toFile())) {
            var binaries = new ArrayList<>(all.stream().filter(e -> e.getName().endsWith(".wasm")).toList());
            Collections.shuffle(binaries, random);
            for (var entry : binaries.subList(0, Math.min(binaries.size(), FILES_OF_OTHERS))) {
                byte[] bytes = all.getInputStream(entry).readAllBytes();
                assertEndsWell(bytes, Kind.DOUBTFUL);
                if (bytes.length > 8) {
                    bytes[8 + random.nextInt(bytes.length - 8)] ^= (byte) (1 << random.nextInt(8));
                    assertEndsWell(bytes, Kind.DOUBTFUL);
                }
            }
        }
    }

    @Test
    void whatIsNoFile() throws IOException {
        String missing = directory.resolve("missing.wasm").toString();
        commands(missing).forEach(words -> assertThat(run(words).errorLines())
                .as(words.toString())
                .containsExactly("error: " + missing + ": no such file or directory"));
        commands(directory.toString()).forEach(words -> assertThat(run(words).errorLines())
                .as(words.toString())
                .containsExactly("error: " + directory + ": expected a file, found a directory"));

    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void devices() {
        assertThat(run(List.of("validate", "/dev/zero")).errorLines())
                .containsExactly("error: /dev/zero: too large: expected at most 256 MiB");
        assertThat(run(List.of("validate", "/dev/null")).errorLines())
                .containsExactly("error: /dev/null: expected a component, found an empty file (at offset 0x0)");
    }

    @Test
    void unreadable() throws IOException {
        Path secret = Files.write(directory.resolve("secret.wasm"), new byte[1]);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        // Root reads it all the same, and finds no component.
        String problem = Files.isReadable(secret) ? "" : "permission denied";
        assertThat(run(List.of("validate", secret.toString())).errorLines())
                .singleElement().asString().startsWith("error: " + secret + ": " + problem);
    }

    @Test
    void noScripts() throws IOException {
        var random = new Random(SEED);
        for (String name : List.of("x.json", "x.zip", "x")) {
            byte[] bytes = new byte[200];
            random.nextBytes(bytes);
            Path file = Files.write(directory.resolve(name), bytes);
            var run = run(List.of("spectest", file.toString()));
            assertThat(run.code()).as(name).isEqualTo(1);
            assertThat(run.errorLines()).as(name).singleElement().asString().startsWith("error: ").contains(name);
        }
    }

    private void assertEndsWell(byte[] bytes, Kind kind) throws IOException {
        Path file = Files.write(directory.resolve("hostile.wasm"), bytes);
        for (List<String> words : commands(file.toString())) {
            long start = System.nanoTime();
            var run = run(words);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(words.toString()).isLessThan(ENOUGH);
            assertThat(run.err()).as(words.toString()).doesNotContain("\tat ", "Exception", "defect in Belay");
            var errors = run.errorLines().stream().filter(line -> line.startsWith("error: ")).toList();
            if (kind == Kind.BROKEN) {
                assertThat(run.code()).as(words.toString()).isEqualTo(1);
                assertThat(run.errorLines()).as(words.toString()).singleElement().asString().contains("(at offset 0x");
            } else if (!words.getFirst().equals("run")) {
                // A program that runs may say and return what it likes.
                assertThat(errors).as(words + ": " + run.err()).hasSize(run.code() == 0 ? 0 : 1);
                assertThat(run.code()).as(words.toString()).isBetween(0, 1);
            }
            if (run.code() != 0 && words.getFirst().equals("validate")) {
                assertThat(run.errorLines()).as(words.toString()).singleElement().asString().contains("(at offset 0x");
            }
        }
    }

    /** Every command that reads a component, bounded in what it may run. */
    private List<List<String>> commands(String file) {
        String out = directory.resolve("out.wasm").toString();
        var all = new ArrayList<List<String>>();
        all.add(List.of("validate", file));
        all.add(List.of("inspect", file));
        all.add(List.of("inspect", "--json", file));
        all.add(List.of("invoke", "--timeout", "1s", file, "f()"));
        all.add(List.of("run", "--timeout", "1s", file));
        all.add(List.of("plug", file, "--plug", BANK, "-o", out));
        all.add(List.of("plug", SEEDS.get(2), "--plug", file, "-o", out));
        return all;
    }

    private static CliRun run(List<String> words) {
        return CliRun.belay(words.toArray(String[]::new));
    }
}
