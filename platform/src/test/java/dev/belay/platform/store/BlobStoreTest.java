package dev.belay.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
    @TempDir
    private Path directory;

    @Test
    void givesBackWhatWasPut() {
        var store = new BlobStore(directory);
        Digest digest = store.put(new byte[] {1, 2, 3});
        assertThat(store.has(digest)).isTrue();
        assertThat(new BlobStore(directory).get(digest)).containsExactly(1, 2, 3);
    }

    @Test
    void whatWasOnItsWayWhenAHostEndedIsNotKept() throws IOException {
        Path incoming = new BlobStore(directory).incoming();
        Files.write(incoming.resolve("half"), new byte[] {1});
        assertThat(new BlobStore(directory).incoming()).isEqualTo(incoming).isEmptyDirectory();
    }

    @Test
    void tellsWhatIsMissing() {
        assertThatThrownBy(() -> new BlobStore(directory).get(Digest.of(new byte[] {9})))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.MISSING));
    }

    @Test
    void tellsWhatWasChanged() throws IOException {
        var store = new BlobStore(directory);
        Digest digest = store.put(new byte[] {1, 2, 3});
        Files.write(directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()), new byte[] {1, 2, 4});
        assertThatThrownBy(() -> store.get(digest))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CORRUPT))
                .hasMessageContaining(digest.hex());
    }

    @Test
    void replacesWhatIsNotWhole() throws IOException {
        var store = new BlobStore(directory);
        Digest digest = store.put(new byte[] {1, 2, 3});
        Files.write(directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex()), new byte[] {1});
        store.put(new byte[] {1, 2, 3});
        assertThat(store.get(digest)).containsExactly(1, 2, 3);
    }

    @Test
    void whatWasClaimedIsNotRemovedForAnHour() {
        var now = new AtomicLong(Long.MAX_VALUE - 1_000);
        var store = new BlobStore(directory, now::get);
        Digest digest = store.put(new byte[] {1, 2, 3});
        now.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(store.remove(digest)).isFalse();
        assertThat(store.claim(digest)).isTrue();
        now.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(store.remove(digest)).isFalse();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(store.isClaimed(digest)).isFalse();
        assertThat(store.list()).extracting(BlobStore.Listed::digest).containsExactly(digest);
        assertThat(store.remove(digest)).isTrue();
        assertThat(store.remove(digest)).isFalse();
        assertThat(store.claim(digest)).isFalse();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void tellsThatTheDiskIsFull() {
        var failure = Durable.failed(Path.of("x"), new FileSystemException("x", null, "No space left on device"));
        assertThat(failure.kind()).isEqualTo(StoreException.Kind.DISK_FULL);
        assertThat(failure).hasMessage("x: cannot be written: the disk is full");
    }

    /** A device that is always full, where the system has one. */
    @Test
    void aFullDiskIsNoSuccess() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThatThrownBy(() -> {
                    try (var channel = java.nio.channels.FileChannel.open(
                            Path.of("/dev/full"), java.nio.file.StandardOpenOption.WRITE)) {
                        Durable.writeAll(channel, java.nio.ByteBuffer.wrap(new byte[10]));
                    } catch (IOException e) {
                        throw Durable.failed(Path.of("/dev/full"), e);
                    }
                })
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DISK_FULL));
    }
}
