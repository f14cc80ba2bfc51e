package dev.belay.platform.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.Specs;
import dev.belay.platform.cleanup.StoreReport.Use;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCleanerTest {
    @TempDir
    private Path directory;

    /** Another component each time, of the same behaviour. */
    private static Digest apply(TestPlatform platform, String name, String mark) {
        Part part = Specs.put(platform.platform().blobs(), mark + ".wasm", Specs.marked(Specs.guest("http-echo"), mark));
        assertThat(platform.apply(Specs.application(name, Specs.revision(part))).done()).isTrue();
        return part.digest();
    }

    /** As after some hours: who sent something then has long used it. */
    private TestPlatform later(TestPlatform platform) {
        platform.close();
        return TestPlatform.start(directory);
    }

    private static Map<Digest, Use> uses(TestPlatform platform) {
        var uses = new java.util.TreeMap<Digest, Use>();
        platform.cleaner().report().blobs().forEach(blob -> uses.put(blob.digest(), blob.use()));
        return uses;
    }

    /** A platform that goes back one change, and has forgotten all that it was sent. */
    private TestPlatform afterSixRevisions(List<Digest> digests) {
        TestPlatform platform = TestPlatform.start(directory);
        for (int i = 0; i < 6; i++) {
            digests.add(apply(platform, "shop", "r" + i));
        }
        return later(platform);
    }

    /** A change that ends while the host does tells the cleaner so. */
    @Test
    void aChangeAfterItsEndHarmsNothing() {
        try (TestPlatform platform = TestPlatform.start(directory)) {
            platform.cleaner().close();
            assertThatCode(() -> {
                platform.cleaner().soon();
                platform.cleaner().soon();
            }).doesNotThrowAnyException();
        }
    }

    @Test
    void whatServesIsKeptOrCanBeGoneBackToStays() {
        var digests = new ArrayList<Digest>();
        try (TestPlatform platform = afterSixRevisions(digests)) {
            // The last change, to which one can go back, had the revision before, and two more before that.
            assertThat(uses(platform)).containsExactlyInAnyOrderEntriesOf(Map.of(
                    digests.get(5), Use.SERVING, digests.get(4), Use.KEPT, digests.get(3), Use.KEPT, digests.get(2), Use.HISTORY,
                    digests.get(1), Use.UNNEEDED, digests.get(0), Use.UNNEEDED));

            var removed = platform.cleaner().clean();

            assertThat(removed.blobs()).isEqualTo(2);
            assertThat(removed.blobBytes()).isPositive();
            assertThat(uses(platform)).hasSize(4).doesNotContainValue(Use.UNNEEDED);
            assertThat(platform.cleaner().clean().blobs()).isZero();

            long last = platform.platform().desired().sequence();
            var before = platform.platform().stateAt(last - 1).orElseThrow();
            assertThat(platform.platform().change(from -> Proposal.restore(from, before)).done()).isTrue();
        }
        try (TestPlatform again = TestPlatform.start(directory)) {
            assertThat(again.platform().failed()).isEmpty();
        }
    }

    @Test
    void whatWasSentStaysUntilTheChangeThatNeedsIt() {
        try (TestPlatform platform = TestPlatform.start(directory)) {
            Part part = Specs.put(platform.platform().blobs(), "new.wasm", Specs.marked(Specs.guest("http-echo"), "new"));
            assertThat(uses(platform)).containsEntry(part.digest(), Use.FRESH);
            assertThat(platform.cleaner().clean().blobs()).isZero();
            assertThat(platform.apply(Specs.application("shop", Specs.revision(part))).done()).isTrue();
            assertThat(uses(platform)).containsEntry(part.digest(), Use.SERVING);
        }
    }

    @Test
    void whatIsAskedForIsNotRemovedThen() {
        var digests = new ArrayList<Digest>();
        try (TestPlatform platform = afterSixRevisions(digests)) {
            assertThat(platform.platform().blobs().claim(digests.getFirst())).isTrue();
            assertThat(platform.cleaner().clean().blobs()).isOne();
            assertThat(platform.platform().blobs().has(digests.getFirst())).isTrue();
        }
    }

    @Test
    void whatAnotherApplicationHasStays() {
        try (TestPlatform platform = TestPlatform.start(directory)) {
            Digest shared = apply(platform, "one", "shared");
            assertThat(apply(platform, "two", "shared")).isEqualTo(shared);
            platform.platform().change(from -> Proposal.apply(
                    from, Map.of(), Map.of("two", from.applications().get("two").spec()), "without one"));
            assertThat(platform.cleaner().report().blobs()).singleElement().satisfies(blob -> {
                assertThat(blob.applications()).isOne();
                assertThat(blob.label()).isEqualTo("shared.wasm");
            });
        }
    }

    /** Whatever has been removed when a process is killed, all that is needed is there, and the rest goes with the next clean-up. */
    @Test
    void aCleanUpThatIsCutOffHarmsNothing() throws IOException {
        var digests = new ArrayList<Digest>();
        afterSixRevisions(digests).close();
        for (Digest gone : digests.subList(0, 2)) {
            Files.delete(directory.resolve("blobs").resolve(gone.hex().substring(0, 2)).resolve(gone.hex()));
            try (TestPlatform platform = TestPlatform.start(directory)) {
                assertThat(platform.platform().failed()).isEmpty();
                assertThat(platform.platform().applications().get("shop").serving().kept()).hasSize(2);
                long last = platform.platform().desired().sequence();
                var before = platform.platform().stateAt(last - 1).orElseThrow();
                assertThat(platform.platform().plan(from -> Proposal.restore(from, before)).hasMisfits()).isFalse();
            }
        }
        try (TestPlatform platform = TestPlatform.start(directory)) {
            assertThat(platform.cleaner().clean().blobs()).isZero();
            assertThat(uses(platform)).hasSize(4);
        }
    }

    @Test
    void goingBackFurtherIsRefusedAndChangesNothing() {
        var digests = new ArrayList<Digest>();
        try (TestPlatform platform = afterSixRevisions(digests)) {
            platform.cleaner().clean();
            var first = platform.platform().stateAt(1).orElseThrow();
            var outcome = platform.platform().change(from -> Proposal.restore(from, first));
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.plan().steps().getFirst().misfit().orElseThrow()).contains("not in the store, or not any more");
            assertThat(platform.platform().applications().get("shop").serving().current().spec().component().digest())
                    .isEqualTo(digests.get(5));
        }
    }

    @Test
    void whatWasBegunByAKilledProcessGoesAfterAWhile() throws IOException {
        try (TestPlatform platform = TestPlatform.start(directory)) {
            Digest digest = apply(platform, "shop", "r");
            Path fanned = directory.resolve("blobs").resolve(digest.hex().substring(0, 2));
            Path old = Files.writeString(fanned.resolve("." + digest.hex() + ".123.4"), "half");
            Path young = Files.writeString(fanned.resolve("." + digest.hex() + ".123.5"), "half");
            Path other = Files.writeString(fanned.resolve("README"), "not ours");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7_200)));
            Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(7_200)));

            platform.cleaner().clean();

            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(other).exists();
        }
    }

    @Test
    void nothingIsChangedWhileFilesAreRemoved() {
        try (TestPlatform platform = TestPlatform.start(directory)) {
            apply(platform, "shop", "r");
            assertThatThrownBy(() -> platform.platform().whileNothingChanges(() -> {
                        throw new RefusedException("and the lock is given back");
                    }))
                    .isInstanceOf(RefusedException.class);
            apply(platform, "shop", "s");
        }
    }
}
