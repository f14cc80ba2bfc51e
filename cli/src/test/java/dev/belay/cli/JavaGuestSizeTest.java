package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What components in Java may weigh, which the sources of these make byte for byte. */
class JavaGuestSizeTest {
    private static final long KIB = 1024;

    @ParameterizedTest
    @CsvSource({
        "examples/wasmpay/validators/icamer/icamer.wasm, 150",
        "examples/guests/java-http/java-http.wasm, 500",
        "examples/guests/java-tour/java-tour.wasm, 500",
        "examples/wasmpay/harness/harness.wasm, 500"
    })
    void isSmall(String file, int kib) throws IOException {
        assertThat(Files.size(Path.of("..", file))).isPositive().isLessThanOrEqualTo(kib * KIB);
    }
}
