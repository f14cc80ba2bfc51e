package dev.belay.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.host.tls.Identity;
import dev.belay.host.tls.ServerIdentity;
import dev.belay.platform.Certificate;
import dev.belay.platform.rollout.TestPlatform;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a host for its operators: in clear text, by TLS, and through the file system. */
class AdminReachTest {
    private static final Tokens TOKENS = new Tokens("secret", Optional.of("looking"));

    @TempDir
    private Path directory;

    private TestPlatform platform;

    @BeforeEach
    void start() {
        platform = TestPlatform.start(directory.resolve("state"));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private AdminServer serve(AdminAddress address) throws IOException {
        return AdminServer.start(
                address, TOKENS, new AdminServer.Subject(platform.platform(), platform.cleaner(), "test", "0", "http://x", () -> {}, Optional::empty));
    }

    private AdminServer serve(Path socket) throws IOException {
        return serve(new AdminAddress.Unix(socket));
    }

    private static String platform(AdminTarget target, String token) {
        try (var client = new AdminClient(target, token)) {
            return client.get("/v1/status", Map.of(), Messages.Status.class).platform();
        }
    }

    private static String platform(String url, String token) {
        return platform(AdminTarget.parse(url, Optional.empty()), token);
    }

    @Test
    void aUnixSocketIsTheUsersAloneAndStillNeedsAToken() throws IOException {
        Path socket = directory.resolve("admin.sock");
        try (AdminServer server = serve(socket)) {
            assertThat(server.url()).isEqualTo("unix:" + socket);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket))).isEqualTo("rw-------");
            assertThat(platform(server.url(), "secret")).isEqualTo("test");
            assertThat(platform(server.url(), "looking")).isEqualTo("test");
            assertThatThrownBy(() -> platform(server.url(), "wrong"))
                    .isInstanceOf(AdminException.class)
                    .hasMessageContaining("Authorization: Bearer TOKEN")
                    .extracting(e -> ((AdminException) e).status())
                    .isEqualTo(Optional.of(401));
            try (var reader = new AdminClient(AdminTarget.parse(server.url(), Optional.empty()), "looking")) {
                assertThatThrownBy(() -> reader.post("/v1/stop", Map.of(), Object.class))
                        .hasMessage("this token may look, and change nothing");
            }
        }
        try (var left = Files.list(directory)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("state");
        }
    }

    @Test
    void aSocketThatAKilledHostLeftIsReplaced() throws IOException {
        Path socket = directory.resolve("admin.sock");
        // Closing it does not remove its file.
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)).close();
        assertThat(socket).exists();
        assertThatThrownBy(() -> platform("unix:" + socket, "secret"))
                .hasMessage("no host answers at unix:" + socket + ": start one with `belay up`");

        try (AdminServer server = serve(socket)) {
            assertThat(platform(server.url(), "secret")).isEqualTo("test");
        }
    }

    @Test
    void aSocketWhereSomebodyListensIsNotTaken() throws IOException {
        Path socket = directory.resolve("admin.sock");
        try (AdminServer first = serve(socket)) {
            assertThatThrownBy(() -> serve(socket))
                    .isInstanceOf(BindException.class)
                    .hasMessage(socket + ": a process listens at this socket already");
            assertThat(platform(first.url(), "secret")).isEqualTo("test");
        }
    }

    @Test
    void whatIsNoSocketIsNotRemoved() throws IOException {
        Path file = Files.writeString(directory.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThatThrownBy(() -> serve(file)).hasMessageContaining("expected a socket, or nothing, found a file");
        assertThatThrownBy(() -> serve(link)).hasMessageContaining("expected a socket, or nothing");
        assertThatThrownBy(() -> serve(directory)).hasMessageContaining("found a directory");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aPathThatIsNoPlaceForASocketIsExplained() {
        assertThatThrownBy(() -> serve(directory.resolve("x".repeat(100)))).hasMessageContaining("expected a path of at most ");
        assertThatThrownBy(() -> serve(directory.resolve("none/a.sock"))).hasMessageContaining("in a directory that exists");
    }

    @Test
    void whoTrustsTheCertificateAsksByTls() throws IOException {
        Certificate certificate = Certificate.make(directory);
        var identity = ServerIdentity.of(Identity.pkcs12(certificate.pkcs12(), Certificate.PASSWORD));
        try (AdminServer server = serve(new AdminAddress.Network("127.0.0.1", 0, Optional.of(identity)))) {
            URI url = URI.create(server.url());
            assertThat(url.getScheme()).isEqualTo("https");
            var trusting = Optional.of(certificate.pem());

            String named = "https://localhost:" + url.getPort();
            assertThat(platform(AdminTarget.parse(named, trusting), "secret")).isEqualTo("test");
            assertThat(platform(new AdminTarget.Network(url, trusting, true), "secret")).isEqualTo("test");

            assertThatThrownBy(() -> platform(named, "secret"))
                    .hasMessageContaining("the certificate of the host at " + named + " is not trusted")
                    .hasMessageContaining("--ca FILE");
            assertThatThrownBy(() -> platform(AdminTarget.parse(server.url(), trusting), "secret"))
                    .hasMessageContaining("is for another name");
            assertThatThrownBy(() -> platform("http://localhost:" + url.getPort(), "secret"))
                    .isInstanceOf(AdminException.class)
                    .hasMessageContaining("https");
            assertThatThrownBy(() -> platform(AdminTarget.parse(named, trusting), "wrong"))
                    .extracting(e -> ((AdminException) e).status())
                    .isEqualTo(Optional.of(401));
        }
    }

    @Test
    void aHostThatSpeaksNoTlsIsSaidToBeSo() throws IOException {
        try (AdminServer server = serve(new AdminAddress.Network("127.0.0.1", 0, Optional.empty()))) {
            assertThat(platform(server.url(), "secret")).isEqualTo("test");
            assertThatThrownBy(() -> platform(server.url().replace("http:", "https:"), "secret"))
                    .hasMessageContaining("does not speak TLS as expected");
        }
    }

    @Test
    void anAddressOfNeitherKindIsExplained() {
        for (String wrong : new String[] {"", "unix:", "127.0.0.1:90", "ftp://a", "http://", "https:///x", "http:// a"}) {
            assertThatThrownBy(() -> AdminTarget.parse(wrong, Optional.empty()))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected http://HOST:PORT, https://HOST:PORT or unix:PATH");
        }
    }
}
