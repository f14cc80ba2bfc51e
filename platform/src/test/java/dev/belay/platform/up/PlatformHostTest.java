package dev.belay.platform.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.host.http.HttpServerException;
import dev.belay.host.messaging.NatsException;
import dev.belay.platform.Await;
import dev.belay.platform.Certificate;
import dev.belay.platform.Specs;
import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that cannot start leaves nothing behind: another can be started in its place, in the same process. */
class PlatformHostTest {
    @TempDir
    private Path directory;

    private Set<Thread> before = Set.of();

    @BeforeEach
    void look() throws IOException {
        before = threads();
        Files.write(directory.resolve("echo.wasm"), Specs.guest("http-echo"));
    }

    /** Those that belong to a host: what the libraries and the tests have for all is not looked at. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(rollout|schedule|canary|console|http-io|admin|nats|HttpClient).*"))
                .collect(Collectors.toSet());
    }

    private Path manifest(String more) throws IOException {
        return Files.writeString(directory.resolve("platform.yaml"), "platform: test\n" + more + """

                applications:
                  echo:
                    component: echo.wasm
                    triggers: [{http: {path: /}}]
                """);
    }

    private PlatformHost start(Path manifest) throws IOException {
        return PlatformHost.start(manifest, "test", RemoteComponents.none(), _ -> {}, () -> {});
    }

    private void assertNothingIsLeft() throws IOException {
        Await.until(() -> before.containsAll(threads()));
        assertThat(directory.resolve(".belay/test/host.json")).doesNotExist();
        try (PlatformHost host = start(manifest("http: {address: 127.0.0.1:0}"))) {
            assertThat(host.platform().applications()).containsKey("echo");
        }
        Await.until(() -> before.containsAll(threads()));
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path manifest = manifest("http: {address: 127.0.0.1:" + taken.getLocalPort() + "}");
            assertThatThrownBy(() -> start(manifest)).isInstanceOf(HttpServerException.class);
            assertNothingIsLeft();
        }
    }

    @Test
    void anAdminPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            Path manifest = manifest("http: {address: 127.0.0.1:" + port + "}\nadmin: {address: 127.0.0.1:" + taken.getLocalPort() + "}");
            assertThatThrownBy(() -> start(manifest)).isInstanceOf(IOException.class).hasMessageContaining("the admin API cannot listen on 127.0.0.1:");
            try (var again = new ServerSocket()) {
                again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
            assertNothingIsLeft();
        }
    }

    @Test
    void natsThatIsNotThere() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path manifest = manifest("http: {address: 127.0.0.1:0}\nmessaging: {nats: [nats://127.0.0.1:" + port + "]}");
        assertThatThrownBy(() -> start(manifest)).isInstanceOf(NatsException.class);
        assertNothingIsLeft();
    }

    @Test
    void aJournalThatWasChanged() throws IOException {
        Path manifest = manifest("http: {address: 127.0.0.1:0}\ntracing: {endpoint: \"http://127.0.0.1:1/v1/traces\"}");
        try (PlatformHost host = start(manifest)) {
            host.platform().change(from -> Proposal.apply(from, from.stacks(), Map.of(), ""));
        }
        Path journal = directory.resolve(".belay/test/journal");
        byte[] bytes = Files.readAllBytes(journal);
        byte[] changed = bytes.clone();
        changed[20]++;
        Files.write(journal, changed);
        assertThatThrownBy(() -> start(manifest)).isInstanceOf(StoreException.class);
        Await.until(() -> before.containsAll(threads()));

        Files.delete(journal);
        assertNothingIsLeft();
    }

    @Test
    void commandsFindAHostThatListensAtASocketOrSpeaksTls() throws IOException {
        Path state = directory.resolve(".belay/test");
        Certificate certificate = Certificate.make(directory);
        String tls = "tls: {pkcs12: " + certificate.pkcs12() + ", password: {file: password}}";
        Files.writeString(directory.resolve("password"), Certificate.PASSWORD + "\n");
        for (String admin : List.of("unix: admin.sock", tls)) {
            try (PlatformHost host = start(manifest("http: {address: 127.0.0.1:0, " + tls + "}\nadmin: {" + admin + "}"))) {
                HostFile file = HostFile.read(state);
                assertThat(host.http()).startsWith("https://127.0.0.1:");
                try (var client = new AdminClient(file.target(), Files.readString(Path.of(file.token())).strip())) {
                    assertThat(client.get("/v1/status", Map.of(), Messages.Status.class).http()).isEqualTo(host.http());
                }
            }
        }
        assertThat(directory.resolve("admin.sock")).doesNotExist();
    }

    @Test
    void aTokenThatIsNotThere() throws IOException {
        Path manifest = manifest("http: {address: 127.0.0.1:0}\nadmin: {token: {file: none}}");
        assertThatThrownBy(() -> start(manifest)).hasMessageContaining("admin token");
        assertNothingIsLeft();
    }
}
