package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bindings.JavaFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintingTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "System.out.println(1);                          | true",
        "System.err.write(1);                            | true",
        "new IllegalStateException().printStackTrace();  | true",
        "System.nanoTime(); String out = \"System.out\"; | false",
    })
    void whatPrintsIsSeenInItsClasses(String statement, boolean prints) {
        var source = new JavaFile("a/A.java", "package a; class A { void a() { " + statement + " } }");
        Path classes = directory.resolve("classes");
        Javac.compile(Javac.write(List.of(source), directory.resolve("sources")), List.of(), classes);
        assertThat(Printing.isIn(classes)).isEqualTo(prints);
    }
}
