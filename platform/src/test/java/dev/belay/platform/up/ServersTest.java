package dev.belay.platform.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.host.http.HttpServer;
import dev.belay.platform.Certificate;
import dev.belay.platform.admin.AdminServer;
import dev.belay.platform.admin.Tokens;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.serve.SecretReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are replaced while servers for requests and operators run. */
class ServersTest {
    @TempDir
    private Path directory;

    private Certificate first;
    private Certificate second;
    private Servers servers;
    private TestPlatform platform;
    private HttpServer traffic;
    private AdminServer operators;

    @BeforeEach
    void start() throws IOException {
        first = Certificate.make(Files.createDirectory(directory.resolve("first")));
        second = Certificate.make(Files.createDirectory(directory.resolve("second")));
        copy(first);
        Path manifest = Files.writeString(directory.resolve("platform.yaml"), """
                platform: test
                http: {address: 127.0.0.1:0, tls: {pkcs12: host.p12, password: {env: P12}}}
                admin: {tls: {pkcs12: host.p12, password: {env: P12}}}
                applications: {}
                """);
        Files.createDirectories(directory.resolve(".belay/test"));
        servers = new Servers(ManifestReader.host(manifest), new SecretReader(Map.of("P12", Certificate.PASSWORD)));
        platform = TestPlatform.start(directory.resolve("state"));
        traffic = HttpServer.builder(platform.platform()).settings(servers.http()).start();
        operators = AdminServer.start(servers.admin(), new Tokens("secret", Optional.empty()), new AdminServer.Subject(
                platform.platform(), platform.cleaner(), "test", "test", "", () -> {}, Optional::empty));
    }

    @AfterEach
    void stop() {
        operators.close();
        traffic.close();
        platform.close();
    }

    /** As whoever renews it does: all of it at once. */
    private void copy(Certificate certificate) throws IOException {
        Path other = Files.copy(certificate.pkcs12(), directory.resolve("other.p12"));
        Files.move(other, directory.resolve("host.p12"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(Certificate certificate) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(certificate.pkcs12().toFile(), Certificate.PASSWORD.toCharArray()).getCertificate("x").getEncoded();
    }

    /** What a server shows to a client that is new to it. */
    private static byte[] shown(int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Curious()}, new SecureRandom());
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0].getEncoded();
        }
    }

    /** Trusts everybody: the test looks for itself. */
    private static final class Curious implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private void assertShown(Certificate certificate) throws IOException, GeneralSecurityException {
        assertThat(shown(traffic.port())).as("to clients").isEqualTo(bytes(certificate));
        assertThat(shown(URI.create(operators.url()).getPort())).as("to operators").isEqualTo(bytes(certificate));
    }

    @Test
    void newConnectionsGetTheCertificateThatIsThereNow() throws Exception {
        Path told = Path.of(servers.certificate().orElseThrow());
        assertShown(first);
        String before = Files.readString(told);

        copy(second);
        servers.look();
        assertShown(second);
        assertThat(Files.readString(told)).as("for commands on this machine").isNotEqualTo(before);
    }

    @Test
    void whatCannotBeUsedChangesNothingUntilItIsMended() throws Exception {
        Files.write(directory.resolve("host.p12"), "half of it".getBytes(StandardCharsets.UTF_8));
        servers.look();
        assertShown(first);
        Files.delete(directory.resolve("host.p12"));
        servers.look();
        assertShown(first);
        copy(second);
        servers.look();
        assertShown(second);
    }
}
