package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLineTest {
    @TempDir
    private Path root;

    private String show(String line, String name) throws Exception {
        Files.writeString(root.resolve("A.java"), "class A {\n" + line + "\n}\n");
        var problem = new CoreCompiler.Problem("not there", Optional.of("A.java"), 2, name, "A.a()");
        return SourceLine.show(problem, List.of(root)).replace(root + "/", "");
    }

    @Test
    void theNameIsPointedAtAsAWholeWord() throws Exception {
        assertThat(show("\t  loader.reload(load(x));", "load")).isEqualTo("""
                A.java:2:18: error: not there
                \t  loader.reload(load(x));
                \t                ^
                  in A.a()""");
    }

    @Test
    void aLineWithoutTheNameIsPointedAtWhereItBegins() throws Exception {
        for (String name : List.of("", "[nothing", "Set")) {
            assertThat(show("    new HashSet<>()", name)).startsWith("A.java:2:5: error: not there\n    new HashSet<>()\n    ^\n");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamedAlone() {
        for (String file : List.of("B.java", "../../etc/passwd")) {
            var problem = new CoreCompiler.Problem("not there", Optional.of(file), 1, "x", "");
            assertThat(SourceLine.show(problem, List.of(root))).isEqualTo(file + ":1: error: not there");
        }
        var problem = new CoreCompiler.Problem("not there", Optional.empty(), 0, "", "B.b()");
        assertThat(SourceLine.show(problem, List.of(root))).isEqualTo("error: not there\n  in B.b()");
    }
}
