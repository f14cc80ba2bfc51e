package dev.belay.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WasiContextTest {
    @Test
    void anotherIsGrantedTheSameAndHasItsOwnStreamsAndFiles() {
        var out = new ByteArrayOutputStream();
        var context = WasiContext.builder().environment("K", "V").stdout(out).build();
        var another = context.another();
        context.stdout().write("a".getBytes(StandardCharsets.UTF_8));
        another.stdout().write("b".getBytes(StandardCharsets.UTF_8));

        assertThat(another.environment()).containsExactly(Map.entry("K", "V"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ab");
        assertThat(another.stdin()).isSameAs(another.stdin()).isNotSameAs(context.stdin());
        assertThat(another.openFiles()).isNotSameAs(context.openFiles());
    }
}
