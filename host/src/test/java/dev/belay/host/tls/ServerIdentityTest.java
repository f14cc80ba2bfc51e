package dev.belay.host.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIdentityTest {
    @TempDir
    private Path directory;

    private final List<Identity> others = new ArrayList<>();
    private Keys next;
    private Keys files;
    private ServerIdentity identity;
    private int read;

    @BeforeEach
    void make() {
        files = Keys.make(directory, "now", "EC");
        next = Keys.make(directory, "next", "EC");
        identity = ServerIdentity.in("test", List.of(files.certificate(), files.key()), () -> {
            read++;
            return Identity.pem(files.certificate(), files.key());
        });
        identity.whenOther(others::add);
    }

    private static void replace(Path file, Path by) throws IOException {
        Files.copy(by, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void filesThatStayAreNotReadAgain() {
        identity.look();
        identity.look();
        assertThat(read).isEqualTo(1);
    }

    @Test
    void whoIsTouchedIsNobodyElse() throws IOException {
        Files.setLastModifiedTime(files.key(), FileTime.from(Instant.EPOCH));
        identity.look();
        assertThat(read).isEqualTo(2);
        assertThat(others).isEmpty();
    }

    @Test
    void filesThatAreReplacedOneAfterTheOtherAreTakenWhenTheyBelongTogether() throws IOException {
        Identity before = identity.now();
        replace(files.certificate(), next.certificate());
        identity.look();
        assertThat(others).isEmpty();
        assertThat(identity.now()).isEqualTo(before);
        replace(files.key(), next.key());
        identity.look();
        assertThat(others).containsExactly(Identity.pem(next.certificate(), next.key()));
        assertThat(identity.now()).isEqualTo(others.getFirst());
    }

    @Test
    void whatOneUserCannotUseNobodyHas() throws IOException {
        Identity before = identity.now();
        identity.whenOther(other -> {
            if (!other.equals(before)) {
                throw new TlsException("not this one");
            }
        });
        replace(files.certificate(), next.certificate());
        replace(files.key(), next.key());
        identity.look();
        assertThat(others).last().isEqualTo(before);
        assertThat(identity.now()).isEqualTo(before);
    }

    @Test
    void whatCannotBeUsedAtTheStartIsTold() {
        assertThatThrownBy(() -> ServerIdentity.in("test", List.of(), () -> Identity.pem(files.certificate(), next.key())))
                .isInstanceOf(TlsException.class);
    }
}
