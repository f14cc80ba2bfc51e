package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.spec.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a registry calls a manifest: it has a component of a size that may be, or is refused in one line. */
class ArtifactReaderPropertyTest {
    private static final long MOST = 1 << 20;
    private static final String GOOD =
            TestRegistry.manifestOf("application/vnd.wasm.config.v0+json", "application/wasm", new Digest("0a".repeat(32)), 1_000);

    private static void read(byte[] manifest, String type) {
        try {
            Descriptor found = ArtifactReader.component(manifest, type, MOST);
            assertThat(found.size()).isBetween(0L, MOST);
        } catch (RegistryException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000).doesNotContain("\n", "\u001b");
        }
    }

    @Property(tries = 3_000)
    void bytesMayBeChanged(@ForAll("changed") byte[] manifest) {
        read(manifest, MediaTypes.MANIFEST);
    }

    @Property(tries = 2_000)
    void valuesMayBeOthers(@ForAll("others") String manifest) {
        read(manifest.getBytes(StandardCharsets.UTF_8), MediaTypes.MANIFEST);
    }

    @Provide
    Arbitrary<byte[]> changed() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        Arbitrary<Integer> place = Arbitraries.integers().between(0, good.length - 1);
        return Combinators.combine(place, Arbitraries.bytes(), place, Arbitraries.bytes()).as((at, one, then, other) -> {
            byte[] bytes = good.clone();
            bytes[at] = one;
            bytes[then] = other;
            return bytes;
        });
    }

    /** A value of the manifest, or a key's, in the place of another. */
    @Provide
    Arbitrary<String> others() {
        Arbitrary<String> what = Arbitraries.of(List.of(
                "2", "\"application/wasm\"", "\"application/vnd.oci.image.manifest.v1+json\"", "1000", "\"config\"", "\"layers\"", "\"size\"", "\"digest\"",
                "\"sha256:" + "0a".repeat(32) + "\"", "\"mediaType\"", "[", "]", "{", "}"));
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.of("null", "true", "-1", "1e400", "99999999999999999999999", "\"\"", "[]", "{}", "[{}]", "\"\\u001b[2J\"", "\"sha256:\"",
                        "\"manifests\"", "\"application/vnd.oci.image.index.v1+json\"", "[".repeat(2_000)),
                what);
        return Combinators.combine(what, by, what, by).as((one, by1, other, by2) -> GOOD.replace(one, by1).replace(other, by2));
    }
}
