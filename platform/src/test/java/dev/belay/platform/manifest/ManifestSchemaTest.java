package dev.belay.platform.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestSchemaTest {
    private static final Path FILE =
            Path.of("src", "main", "resources", "dev", "belay", "platform", "manifest", "platform.schema.json");

    /** One schema, in two forms: {@code -Dbelay.golden=write} writes the one for editors anew. */
    @Test
    void theFileForEditorsIsWhatManifestsAreCheckedBy() throws IOException {
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(FILE, ManifestSchema.json());
        }
        assertThat(Files.readString(FILE)).isEqualTo(ManifestSchema.json());
    }
}
