package dev.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bench.guest.Guests;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel that computes something else would be measured for nothing. */
class KernelTest {
    private final dev.belay.runtime.Instance kernels =
            Guests.link(Guests.read(Guests.here().own("kernels"))).instantiate();

    @ParameterizedTest
    @CsvSource({"fib,10,55", "fib,20,6765", "matrix,1,0", "matrix,2,55"})
    void givesWhatItsNameSays(String kernel, long argument, long expected) {
        assertThat(kernels.function(kernel).orElseThrow().call(argument)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void digestsAsJavaDoes(int kib) throws Exception {
        byte[] text = new byte[kib * 1024];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('a' + i % 1024 % 26);
        }
        int first = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getInt();

        assertThat(kernels.function("sha256").orElseThrow().call((long) kib)).contains(Integer.toUnsignedLong(first));
    }
}
