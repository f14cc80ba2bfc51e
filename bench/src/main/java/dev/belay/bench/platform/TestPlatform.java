package dev.belay.bench.platform;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.row.BenchException;
import dev.belay.bench.row.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Manifests of many applications, each at a host of its own. */
final class TestPlatform {
    /** What the applications are asked; the first bank approves. */
    static final String TRANSACTION = ("{\"origin\":{\"id\":1,\"code\":\"NH\",\"country\":\"US\",\"currency\":\"USD\",\"name\":\"Nordhaven\"},"
            + "\"destination\":{\"id\":2,\"code\":\"IC\",\"country\":\"GB\",\"currency\":\"GBP\",\"name\":\"Icamer\"},"
            + "\"amount\":1250,\"currency\":\"USD\",\"status\":\"pending\",\"reason\":\"rent\"}");

    private final Path directory;
    private final Guests guests;

    private TestPlatform(Path directory, Guests guests) {
        this.directory = directory;
        this.guests = guests;
    }

    static TestPlatform in(Setup setup, String name) {
        try {
            Path directory = Files.createDirectory(setup.work().resolve(name));
            Files.copy(setup.guests().harness(), directory.resolve("harness.wasm"));
            return new TestPlatform(directory, setup.guests());
        } catch (IOException e) {
            throw new BenchException("cannot make " + name + ": " + e.getMessage(), e);
        }
    }

    Path write(String file, byte[] bytes) {
        try {
            return Files.write(directory.resolve(file), bytes);
        } catch (IOException e) {
            throw new BenchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    static String host(int number) {
        return "app-" + number + ".test";
    }

    /** @param validator the file of an application's component */
    Path manifest(String harness, int applications, IntFunction<String> validator) {
        return manifest(harness, applications, validator, "");
    }

    /** @param more applications, and what else there is to say */
    Path manifest(String harness, int applications, IntFunction<String> validator, String more) {
        var text = new StringBuilder("platform: bench\nkeep-changes: 1\nhttp: {address: \"127.0.0.1:0\"}\nharnesses:\n  payments:\n    upper: ")
                .append(harness).append("\napplications:\n");
        for (int i = 0; i < applications; i++) {
            text.append("  app-").append(i).append(":\n    harness: payments\n    component: ").append(validator.apply(i))
                    .append("\n    triggers: [{http: {host: ").append(host(i)).append("}}]\n");
        }
        return write("platform.yaml", text.append(more).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The harness, so that every composition with it is another. */
    byte[] harness(int version) {
        return marked(Guests.read(guests.harness()), version);
    }

    /** A component with a custom section more. */
    static byte[] marked(byte[] component, int version) {
        byte[] mark = "v%08d".formatted(version).getBytes(StandardCharsets.US_ASCII);
        byte[] marked = Arrays.copyOf(component, component.length + 3 + mark.length);
        marked[component.length + 1] = (byte) (1 + mark.length);
        marked[component.length + 2] = (byte) mark.length;
        System.arraycopy(mark, 0, marked, component.length + 3, mark.length);
        return marked;
    }
}
