package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A guest that may take more than the heap has does not harm the JVM: seen in one with a small heap. */
class SmallHeapTest {
    @Test
    void whatTheHeapHasNoRoomForIsRefusedOrATrap() throws Exception {
        assertThat(outputOf(Greedy.class))
                .isEqualTo("memory: refused\n"
                        + "table: refused\n"
                        + "pages: refused or there\n"
                        + "again: refused\n"
                        + "within limits: 16\n");
    }

    /** Each time in a fresh instance of one component. */
    static final class Greedy {
        private static final LinkedComponent LINKED = LimitGuests.load("greedy", true);

        private Greedy() {}

        public static void main(String[] args) {
            Limits all = Limits.defaults().withMemoryBytes(Long.MAX_VALUE).withTableElements(Integer.MAX_VALUE);
            print("memory", () -> refused(LimitGuests.call(fresh(all), "memory").orElseThrow()));
            print("table", () -> refused(LimitGuests.call(fresh(all), "table").orElseThrow()));
            print("pages", () -> {
                Object before = LimitGuests.call(fresh(all), "pages", 30_000).orElseThrow();
                return before.equals(-1) || before.equals(1) ? "refused or there" : "found " + before;
            });
            print("again", () -> refused(LimitGuests.call(fresh(all), "memory").orElseThrow()));
            print("within limits", () -> "" + LimitGuests.call(fresh(all.withMemoryBytes(17 << 16)), "memory").orElseThrow());
        }

        private static String refused(Object size) {
            return (Long) size > 0 ? "refused" : "nothing given";
        }

        private static Instance fresh(Limits limits) {
            return LINKED.instantiate(InstanceState.empty(), limits);
        }

        private static void print(String what, Supplier<String> action) {
            String found;
            try {
                found = action.get();
            } catch (Trap trap) {
                // growing may be possible and writing not: which of them, the heap decides
                found = trap.getMessage().equals("memory limit exceeded: the host has no more") ? "refused" : trap.getMessage();
            }
            System.out.print(what + ": " + found + "\n");
        }
    }

    private static String outputOf(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
