package dev.belay.platform;

import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.HealthCheck;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.LimitSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.spec.Triggers;
import dev.belay.platform.store.BlobStore;
import dev.belay.wasi.virt.FileTree;
import dev.belay.wasi.virt.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Specifications for tests, of the components among the examples. */
public final class Specs {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private Specs() {}

    public static byte[] guest(String name) {
        return bytes(EXAMPLES.resolve("guests").resolve(name).resolve(name + ".wasm"));
    }

    public static byte[] harness() {
        return bytes(EXAMPLES.resolve("wasmpay/harness/harness.wasm"));
    }

    public static byte[] validator(String bank) {
        return bytes(EXAMPLES.resolve("wasmpay/validators").resolve(bank).resolve(bank + ".wasm"));
    }

    /** The same, with the files of the bank's rules below it if it has some. */
    public static byte[] validatorWithRules(String bank) throws IOException {
        Path rules = EXAMPLES.resolve("wasmpay/validators").resolve(bank).resolve("rules");
        return Files.isDirectory(rules) ? withRules(validator(bank), FileTree.read(rules)) : validator(bank);
    }

    public static byte[] withRules(byte[] validator, FileTree.Directory rules) {
        return Surroundings.builder().mount("/rules", rules).build().around("validator", validator).bytes().toByteArray();
    }

    /** The same component with a custom section more, so that its bytes are others. */
    public static byte[] marked(byte[] component, String mark) {
        byte[] name = "mark".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] text = mark.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(component, component.length + 3 + name.length + text.length);
        int at = component.length;
        all[at++] = 0;
        all[at++] = (byte) (1 + name.length + text.length);
        all[at++] = (byte) name.length;
        System.arraycopy(name, 0, all, at, name.length);
        System.arraycopy(text, 0, all, at + name.length, text.length);
        return all;
    }

    public static Part put(BlobStore store, String label, byte[] bytes) {
        return new Part(label, store.put(bytes));
    }

    /** A part of which nothing is stored. */
    public static Part part(String label) {
        return new Part(label, Digest.of(label.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public static StackSpec stack(Part upper) {
        return new StackSpec("payments", Optional.of("wasmpay:platform/validation@0.1.0"), upper, List.of(), List.of());
    }

    public static RevisionSpec revision(Part component) {
        return new RevisionSpec(
                Optional.empty(), component, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), LimitSpec.none(),
                InstancePolicy.fresh(), Optional.empty());
    }

    public static RevisionSpec withHealth(RevisionSpec its, String path) {
        return new RevisionSpec(
                its.stack(), its.component(), its.files(), its.config(), its.environment(), its.secrets(), its.allowHosts(),
                its.publish(), its.buckets(), its.limits(), its.instances(),
                Optional.of(new HealthCheck("GET", path, 200, Duration.ofSeconds(20))));
    }

    /** The same with limits of its own, and its instances used otherwise. */
    public static RevisionSpec with(RevisionSpec its, LimitSpec limits, InstancePolicy instances) {
        return new RevisionSpec(
                its.stack(), its.component(), its.files(), its.config(), its.environment(), its.secrets(), its.allowHosts(),
                its.publish(), its.buckets(), limits, instances, its.health());
    }

    /** An application at its own first segment of any host's paths. */
    public static ApplicationSpec application(String name, RevisionSpec revision) {
        return application(name, revision, new Triggers.Http("", "/" + name, List.of(), Map.of()));
    }

    public static ApplicationSpec application(String name, RevisionSpec revision, Triggers.Http... routes) {
        return new ApplicationSpec(name, revision, new Triggers(List.of(routes), List.of(), List.of()), TrafficSpec.defaults());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
