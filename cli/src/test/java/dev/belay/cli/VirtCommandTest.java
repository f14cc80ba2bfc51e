package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of Rust's standard library and one of C's, with virtual surroundings. */
class VirtCommandTest {
    private static final String FILES =
            Path.of(System.getProperty("belay.root", ".."), "examples/guests/cli-files/cli-files.wasm").toString();

    @TempDir
    Path directory;

    private Path data = Path.of("");
    private String out = "";

    @BeforeEach
    void fill() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        FileTourTest.fill(data);
        Files.createDirectories(data.resolve("a/b/c"));
        Files.writeString(data.resolve("a/b/c/deep.txt"), "deep\n");
        out = directory.resolve("out.wasm").toString();
    }

    /** Makes the program with some surroundings; what a command needs to be seen at all is allowed. */
    private void virt(String... options) {
        var all = new ArrayList<>(List.of("virt", FILES, "--args", "allow", "--stdio", "allow", "-o", out));
        all.addAll(List.of(options));
        var made = belay(all.toArray(String[]::new));
        assertThat(made.err()).contains("left to import");
        assertThat(made.code()).isZero();
    }

    private CliRun run(String... arguments) {
        var all = new ArrayList<>(List.of("run", "--env", "SECRET=s3", "--env", "LANG=C", out, "--"));
        all.addAll(List.of(arguments));
        return belay(all.toArray(String[]::new));
    }

    private String imports() {
        return belay("inspect", out).out().lines().filter(line -> line.contains("import ")).toList().toString();
    }

    @Test
    void givesNoVariablesByDefault() {
        virt();
        assertThat(run("env").out()).isEmpty();
        assertThat(imports()).doesNotContain("clocks", "random", "filesystem", "http", "sockets");
    }

    @Test
    void givesTheVariablesThatAreNamed() {
        virt("--env", "MODE=test", "--env", "EMPTY=");
        assertThat(run("env").out().lines()).containsExactly("EMPTY=", "MODE=test");
    }

    @Test
    void letsVariablesOfTheHostThroughThatAreListed() {
        virt("--host-env", "LANG");
        assertThat(run("env").out().lines()).containsExactly("LANG=C");
    }

    @Test
    void letsAllThroughButThoseKeptOut() {
        virt("--host-env", "!SECRET");
        assertThat(run("env").out().lines()).containsExactly("LANG=C");
    }

    @Test
    void letsAllThrough() {
        virt("--host-env", "*");
        assertThat(run("env").out().lines()).containsExactly("LANG=C", "SECRET=s3");
    }

    @Test
    void givenVariablesComeBeforeTheHosts() {
        virt("--host-env", "*", "--env", "LANG=de");
        assertThat(run("env").out().lines()).containsExactly("LANG=de", "SECRET=s3");
    }

    @Test
    void givesNoArgumentsUnlessAllowed() {
        assertThat(belay("virt", FILES, "--stdio", "allow", "-o", out).code()).isZero();
        assertThat(run("args", "one").err()).contains("usage");
        virt();
        assertThat(run("args", "one").out()).isEqualTo("one\n");
    }

    @Test
    void readsFilesThatWereBakedIn() throws IOException {
        virt("--mount", "/data=" + data);
        Files.delete(data.resolve("greeting.txt"));
        assertThat(run("cat", "/data/greeting.txt", "/data/sub/inner.txt").out()).isEqualTo("hello, files\ninner\n");
        assertThat(run("cat", "/data/a/b/c/deep.txt").out()).isEqualTo("deep\n");
        assertThat(run("stat", "/data/sub/inner.txt").out()).contains("6");
    }

    @Test
    void listsDirectoriesThatWereBakedIn() {
        virt("--mount", "/data=" + data);
        assertThat(run("list", "/data").out()).contains("greeting.txt", "sub", "a");
        assertThat(run("list", "/data/a/b").out()).contains("c");
    }

    @Test
    void bakesInSeveralDirectories() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("o.txt"), "other\n");
        virt("--mount", "/data=" + data, "--mount", "/other=" + other);
        assertThat(run("cat", "/other/o.txt", "/data/greeting.txt").out()).isEqualTo("other\nhello, files\n");
    }

    @Test
    void letsDirectoriesOfTheHostThroughAtOtherPaths() throws IOException {
        virt("--preopen", "/seen=/given");
        Path other = Files.createDirectory(directory.resolve("other"));
        String[] given = {"run", "--dir", other + "::/other", "--dir", data + "::/given", out, "--"};
        assertThat(belay(with(given, "cat", "/seen/a/b/c/deep.txt")).out()).isEqualTo("deep\n");
        assertThat(belay(with(given, "list", "/seen")).out()).contains("greeting.txt");
        assertThat(belay(with(given, "cat", "/given/a/b/c/deep.txt")).code()).isOne();
        assertThat(belay(with(given, "list", "/other")).code()).isOne();
        assertThat(imports()).doesNotContain("clocks", "random", "http", "sockets");
    }

    private static String[] with(String[] first, String... more) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void refusesFilesThatAreBothBakedInAndTheHosts() {
        var both = belay("virt", FILES, "--mount", "/a=" + data, "--preopen", "/b=/b", "-o", out);
        assertThat(both.code()).isOne();
        assertThat(both.err()).contains("found both");
        assertThat(belay("virt", FILES, "--preopen", "/a=/x", "--preopen", "/b=/x", "-o", out).err())
                .contains("found /x at /a and at /b");
        assertThat(belay("virt", FILES, "--preopen", "/a=/x", "-o", out).err()).contains("allow it, --std");
    }

    @Test
    void doesNotFindWhatWasNotBakedIn() {
        virt("--mount", "/data=" + data);
        assertThat(run("cat", "/data/nothing").code()).isEqualTo(1);
        assertThat(run("cat", "/etc/hostname").code()).isEqualTo(1);
        assertThat(run("cat", "/data/sub/../greeting.txt").out()).isEqualTo("hello, files\n");
    }

    @Test
    void refusesEveryChangeUnlessWritable() {
        virt("--mount", "/data=" + data);
        assertThat(run("write", "/data/new", "x").err()).contains("Read-only");
        assertThat(run("remove", "/data/greeting.txt").err()).contains("Read-only");
        assertThat(run("mkdir", "/data/new").err()).contains("Read-only");
    }

    @Test
    void changesAreSeenByTheInstanceOnly() {
        virt("--mount", "/data=" + data, "--writable");
        assertThat(run("write", "/data/new", "x").code()).isZero();
        assertThat(run("cat", "/data/new").code()).isEqualTo(1);
        assertThat(data.resolve("new")).doesNotExist();
    }

    @Test
    void goesThroughFilesAsInADirectoryOfTheHost() throws IOException {
        Path plain = Files.createDirectory(directory.resolve("plain"));
        FileTourTest.fill(plain);
        assertThat(belay("virt", FileTourTest.TOUR, "--mount", "/data=" + plain, "--writable", "--stdio", "allow", "-o", out)
                        .code())
                .isZero();
        var run = belay("run", out);
        assertThat(run.out()).doesNotContain("FAIL").contains("all is well");
        assertThat(belay("virt", FileTourTest.TOUR, "--mount", "/data=" + plain, "--env", "READ_ONLY=1", "--stdio", "allow",
                        "-o", out)
                        .code())
                .isZero();
        assertThat(belay("run", out).out()).doesNotContain("FAIL").contains("all is well");
    }

    @Test
    void standardInputIsTheHostsOrEmpty() {
        byte[] input = "in\n".getBytes(StandardCharsets.UTF_8);
        virt();
        assertThat(CliRun.withInput(input, "run", out, "--", "stdin").out()).isEqualTo("in\n");
        virt("--stdin", "ignore");
        assertThat(CliRun.withInput(input, "run", out, "--", "stdin").out()).isEmpty();
        assertThat(imports()).doesNotContain("wasi:cli/stdin").contains("wasi:cli/stdout");
    }

    @Test
    void outputCanBeDroppedOrRefused() {
        virt("--stdout", "ignore");
        var dropped = run("args", "one");
        assertThat(dropped.out()).isEmpty();
        assertThat(dropped.code()).isZero();
        assertThat(imports()).doesNotContain("wasi:cli/stdout").contains("wasi:cli/stderr");
        virt("--stdout", "deny");
        var refused = run("args", "one");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.code()).isNotZero();
    }

    @Test
    void clocksAreTheHostsOrTrap() {
        virt("--clocks", "allow");
        assertThat(run("time").code()).isZero();
        virt();
        assertThat(run("time").err()).contains("unreachable");
    }

    @Test
    void importsNothingOfWhatIsDenied() {
        assertThat(belay("virt", FILES, "-o", out).code()).isZero();
        assertThat(imports().replaceAll("wasi:cli/exit@[0-9.]+", "")).doesNotContain("wasi:");
    }

    @Test
    void surroundingsStandAlone() {
        assertThat(belay("virt", "--config", "key=value", "--mount", "/data=" + data, "-o", out).code()).isZero();
        assertThat(belay("validate", out).code()).isZero();
        assertThat(belay("inspect", out).out())
                .contains("export wasi:config/store", "export wasi:filesystem/types", "export wasi:sockets/tcp")
                .doesNotContain("import wasi:");
        String composed = directory.resolve("composed.wasm").toString();
        assertThat(belay("plug", FILES, "--plug", out, "-o", composed).code()).isZero();
    }

    @Test
    void whatAnswersRequestsCanBeKeptFromSendingSome() {
        String client = FILES.replace("cli-files", "http-client");
        assertThat(belay("virt", client, "-o", out).code()).isZero();
        assertThat(belay("validate", out).code()).isZero();
        assertThat(imports()).contains("wasi:http/types").doesNotContain("outgoing-handler", "clocks", "wasi:cli");
        assertThat(belay("virt", client, "--http", "allow", "-o", out).code()).isZero();
        assertThat(imports()).contains("outgoing-handler");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(belay("virt", FILES, "--mount", "/data=" + directory.resolve("none"), "-o", out).err())
                .contains("expected GUEST=DIR with an existing directory");
        Files.createSymbolicLink(data.resolve("out"), directory);
        assertThat(belay("virt", FILES, "--mount", "/data=" + data, "-o", out).err())
                .contains("expected links that stay within");
        assertThat(belay("virt", FILES, "--host-env", "A", "--host-env", "!B", "-o", out).code()).isEqualTo(2);
        assertThat(Path.of(out)).doesNotExist();
    }
}
