package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.build.create.ProjectLanguage;
import dev.belay.build.create.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made; that it builds and passes its test needs toolchains, and is seen to by tools/check-new.sh. */
class NewCommandTest {
    @TempDir
    Path directory;

    static Stream<Arguments> pairs() {
        return ProjectLanguage.texts().stream().flatMap(l -> Template.texts().stream().map(t -> Arguments.of(l, t)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyLanguageHasEveryTemplate(String language, String template) throws IOException {
        Path project = directory.resolve("my-default");
        assertThat(belay("new", "my-default", "--lang", language, "--template", template, "--dir", project.toString()).err()).isEmpty();
        assertThat(project.resolve("test.sh")).isExecutable();
        if (!language.equals("java")) {
            assertThat(project.resolve("build.sh")).isExecutable();
        }
        assertThat(project.resolve("README.md")).content().startsWith("# my-default\n");
        assertThat(belay("wit", project.resolve("wit").toString()).out()).contains("world my-default {");
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[a-z]+@");
            }
        }
    }

    @Test
    void theContractIsTheOneOfWasmPay() throws IOException {
        Path project = directory.resolve("p");
        belay("new", "p", "--lang", "c", "--template", "validator", "--dir", project.toString());
        assertThat(project.resolve("wit/deps/platform.wit")).hasSameTextualContentAs(Path.of("../examples/wasmpay/wit/platform.wit"));
    }

    @Test
    void makesProjectsForContractsOfOthers() throws IOException {
        Path wit = Files.writeString(directory.resolve("c.wit"), """
                package a:%interface@1.0.0;
                interface sums { resource sum { constructor(start: u32); add: func(amount: u32); } total: func(of: list<sum>) -> u32; }
                world %import { export sums; export tick: func(at: f64); }
                """);
        for (String language : ProjectLanguage.texts()) {
            Path project = directory.resolve(language);
            var run = belay("new", "interface", "--lang", language, "--wit", wit.toString(), "--dir", project.toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isZero();
            assertThat(belay("wit", project.resolve("wit").toString()).out()).contains("world %interface {", "export tick: func(at: f64);");
            assertThat(Files.readString(project.resolve("wit/deps/contract.wit"))).contains("resource sum");
        }
    }

    @Test
    void whatCannotBeBoundIsRefusedAndLeavesNothing() throws IOException {
        Path wit = Files.writeString(directory.resolve("c.wit"), "package a:b; world w { export f: func() -> stream<u8>; }");
        Path project = directory.resolve("p");
        var run = belay("new", "p", "--lang", "c", "--wit", wit.toString(), "--dir", project.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("function f", "stream", "no glue");
        assertThat(left()).containsExactly("c.wit");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path project = Files.createDirectory(directory.resolve("taken"));
        Files.writeString(project.resolve("mine.txt"), "mine");
        var run = belay("new", "taken", "--lang", "c", "--template", "validator", "--dir", project.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("exists already", "nothing was written");
        assertThat(left()).containsExactly("taken", "taken/mine.txt");
    }

    @Test
    void anEmptyDirectoryIsFilled() throws IOException {
        Path project = Files.createDirectory(directory.resolve("empty"));
        assertThat(belay("new", "mine", "--lang", "rust", "--template", "http", "--dir", project.toString()).code()).isZero();
        assertThat(project.resolve("wit/mine.wit")).exists();
    }

    @Test
    void aFileInThePlaceIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "mine");
        assertThat(belay("new", "mine", "--lang", "c", "--template", "http", "--dir", file.toString()).code()).isEqualTo(ExitCode.USAGE);
        assertThat(belay("new", "mine", "--lang", "c", "--template", "http", "--dir", file.resolve("x").toString()).err())
                .contains("expected its parent to be a directory");
        assertThat(file).content().isEqualTo("mine");
        assertThat(left()).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Bank", "my_bank", "-a", "a-", "a--b", "1a", "../a", "a/b", "", "a.b", "bank\n"})
    void namesAreChecked(String name) throws IOException {
        var run = belay("new", "--lang=c", "--template=validator", "--dir=" + directory.resolve("p"), "--", name);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("words of small letters and digits");
        assertThat(left()).isEmpty();
    }

    @Test
    void saysWhatThereIs() {
        assertThat(belay("new", "a", "--lang", "cobol", "--template", "http").err())
                .contains("expected one of java, rust, c, js, zig, assemblyscript", "found `cobol`");
        var run = belay("new", "a", "--lang", "c", "--template", "htp");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("expected one of validator, http, harness, found `htp`");
        assertThat(belay("new", "a", "--lang", "c").err()).contains("expected either --template");
    }

    @Test
    void bindingsAreWrittenAnew() throws IOException {
        Path wit = Files.writeString(directory.resolve("w.wit"), "package a:b; world w { export f: func(); }");
        Path out = directory.resolve("glue");
        for (int round = 0; round < 2; round++) {
            assertThat(belay("bindings", wit.toString(), "--lang", "c", "-o", out.toString()).err()).isEmpty();
        }
        assertThat(out.resolve("w_glue.h")).content().contains("void w_f(void);");
        var run = belay("bindings", wit.toString(), "--lang", "java");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("expected one of c, rust, zig, assemblyscript");
    }

    @Test
    void aBuildScriptTakesNoOptions() throws IOException {
        Files.writeString(directory.resolve("build.sh"), "#!/bin/sh\nexit 4\n").toFile().setExecutable(true);
        var run = belay("build", directory.toString(), "--heap", "4m");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("expected no options");
        assertThat(belay("build", directory.toString()).err()).contains("build.sh: ended with 4");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(p -> !p.equals(directory)).map(p -> directory.relativize(p).toString()).sorted().toList();
        }
    }
}
