package dev.belay.platform.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.Registry;
import dev.belay.platform.registry.RegistrySettings;
import dev.belay.platform.registry.TestRegistry;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedComponentsTest {
    private static final byte[] COMPONENT = {0, 'a', 's', 'm', 13, 0, 1, 0};
    private static final String DIGEST = "0a".repeat(32);

    @TempDir
    private Path directory;

    private static final String TWO = """
            platform: test
            harnesses:
              h: {upper: "oci://h.example/harness:1", lower: ["oci://h.example/low:1"], middleware: ["oci://h.example/mid:1"]}
            applications:
              one: {component: "oci://h.example/bank:1", harness: h}
              two: {component: "oci://h.example/bank:1", harness: h}
            """;

    @Test
    void eachReferenceIsFetchedOnceAndNamedWithItsDigest() {
        var asked = new CopyOnWriteArrayList<String>();
        Map<Digest, byte[]> blobs = new HashMap<>();
        Manifest manifest = ManifestReader.read("m.yaml", TWO, directory, blobs::put, reference -> {
            asked.add(reference.toString());
            return new Fetched(reference.at(new Digest(DIGEST)), Digest.of(COMPONENT), COMPONENT);
        });
        assertThat(asked).containsExactlyInAnyOrder(
                "oci://h.example/harness:1", "oci://h.example/low:1", "oci://h.example/mid:1", "oci://h.example/bank:1");
        assertThat(blobs).containsOnlyKeys(Digest.of(COMPONENT));
        Part bank = manifest.applications().get("two").revision().component();
        assertThat(bank).isEqualTo(new Part("oci://h.example/bank:1@sha256:" + DIGEST, Digest.of(COMPONENT)));
        assertThat(manifest.fetched()).hasSize(4).startsWith(bank);
    }

    @Test
    void severalAreFetchedAtATime() {
        var together = new CountDownLatch(4);
        ManifestReader.read("m.yaml", TWO, directory, (_, _) -> {}, reference -> {
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Fetched(reference.at(new Digest(DIGEST)), Digest.of(COMPONENT), COMPONENT);
        });
    }

    @Test
    void aDefectOfWhoFetchesIsNotTheManifests() {
        assertThatThrownBy(() -> ManifestReader.read("m.yaml", TWO, directory, (_, _) -> {}, RemoteComponents.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a manifest that names files alone, found oci://h.example/");
    }

    @Test
    void whatCannotBeHadIsTheManifestsProblem() throws IOException {
        try (var server = TestRegistry.start();
                var registry = new Registry(RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory))) {
            server.component("harness", "1", COMPONENT);
            var failure = failure(TWO.replace("h.example", server.host()), registry::fetch);
            assertThat(failure.problems()).hasSize(3);
            assertThat(failure.getMessage()).contains(
                    "oci://" + server.host() + "/bank:1: the registry has no tag `1` (it says: MANIFEST_UNKNOWN)\n --> m.yaml:5:20\n");
        }
    }

    @Test
    void aRegistryThatIsNotThereIsNotAskedForEach() throws IOException {
        String host;
        try (var server = TestRegistry.start()) {
            host = server.host();
        }
        var asked = new CopyOnWriteArrayList<Reference>();
        var manifest = new StringBuilder("platform: test\napplications:\n");
        for (int i = 0; i < 100; i++) {
            manifest.append("  a%d: {component: \"oci://%s/a%d:1\"}\n".formatted(i, host, i));
        }
        try (var registry = new Registry(RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory))) {
            var failure = failure(manifest.toString(), reference -> {
                asked.add(reference);
                return registry.fetch(reference);
            });
            assertThat(asked).hasSizeLessThanOrEqualTo(Fetching.AT_A_TIME);
            assertThat(failure.problems()).hasSize(100);
            assertThat(failure.getMessage()).contains(
                    ": nothing answers there\n", "oci://" + host + "/a99:1: not asked for, since " + host + " could not be reached");
        }
    }

    private ManifestException failure(String manifest, RemoteComponents remote) {
        return catchThrowableOfType(
                ManifestException.class, () -> ManifestReader.read("m.yaml", manifest, directory, (_, _) -> {}, remote));
    }

    @Test
    void aManifestThatIsWrongAsksNoRegistry() {
        assertThat(failure(TWO + "extra: 1\n", RemoteComponents.none()).problems()).hasSize(1);
    }

    @Test
    void filesOfApplicationsAreFilesAlone() {
        String manifest = "platform: test\napplications: {a: {component: none.wasm, files: {/x: oci://h.example/x}}}\n";
        assertThat(failure(manifest, RemoteComponents.none()).problems())
                .extracting(problem -> problem.message())
                .isEqualTo(List.of("none.wasm: no such file", "oci://h.example/x: no such file"));
    }
}
