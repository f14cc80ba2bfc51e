package dev.belay.platform.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionSpecTest {
    private static RevisionSpec spec(List<String> buckets) {
        return new RevisionSpec(
                Optional.empty(), new Part("a.wasm", Digest.of(new byte[0])), Map.of(), Map.of(), Map.of(), Map.of(), List.of(),
                List.of(), buckets, LimitSpec.none(), InstancePolicy.fresh(), Optional.empty());
    }

    /** Journals of before have no buckets, and revisions keep their names. */
    @Test
    void withoutBucketsItIsWrittenAsBeforeThereWereAny() {
        String json = new String(SpecJson.bytes(spec(List.of())), UTF_8);
        assertThat(json).doesNotContain("buckets");
        assertThat(SpecJson.read(json.getBytes(UTF_8), RevisionSpec.class)).isEqualTo(spec(List.of()));
    }

    @Test
    void bucketsMakeItAnotherRevision() {
        RevisionSpec with = spec(List.of("cache"));
        assertThat(SpecJson.read(SpecJson.bytes(with), RevisionSpec.class)).isEqualTo(with);
        assertThat(with.id()).isNotEqualTo(spec(List.of()).id());
    }
}
