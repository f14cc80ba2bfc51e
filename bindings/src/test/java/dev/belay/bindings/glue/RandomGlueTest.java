package dev.belay.bindings.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bindings.RandomWit;
import dev.belay.wit.resolve.WitWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * There is glue for whatever types there are. It is left in {@code target/random-glue}, where tools/check-new.sh has the languages'
 * compilers look at it.
 */
class RandomGlueTest {
    private static final int WORLDS = 12;
    private static final Path OUT = Path.of("target/random-glue");

    /** Where the generated sources expect what implements them. */
    private static final Map<GlueLanguage, String> MAIN = Map.of(
            GlueLanguage.C, "main.c", GlueLanguage.RUST, "lib.rs", GlueLanguage.ZIG, "main.zig", GlueLanguage.ASSEMBLYSCRIPT, "main.ts");

    @Test
    void glueOfRandomWitIsWritten() throws IOException {
        for (int seed = 0; seed < WORLDS; seed++) {
            WitWorld world = RandomWit.world(seed);
            for (GlueLanguage language : GlueLanguage.values()) {
                Path directory = OUT.resolve(seed + "/" + language.text());
                for (SourceFile file : Glue.files(world, language)) {
                    write(directory.resolve("glue"), file);
                }
                write(directory.resolve("src"), Glue.stubs(world, language, MAIN.get(language)));
            }
        }
    }

    private static void write(Path directory, SourceFile file) throws IOException {
        assertThat(file.text()).isNotBlank().doesNotContain("@names@", "// TUPLES");
        Files.writeString(Files.createDirectories(directory).resolve(file.name()), file.text());
    }
}
