package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Specs;
import dev.belay.platform.admin.AdminAddress;
import dev.belay.platform.admin.AdminServer;
import dev.belay.platform.admin.Tokens;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.RevisionSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The console of a platform, with a browser. {@code secret} is the operator's token, {@code looking} the reader's. */
final class TestConsole implements AutoCloseable {
    private final TestPlatform platform;
    private final AdminServer server;
    private final Console console;
    private final Browser browser;

    private TestConsole(Path state) throws IOException {
        platform = TestPlatform.start(state);
        var tokens = new Tokens("secret", Optional.of("looking"));
        server = AdminServer.start(
                new AdminAddress.Network("127.0.0.1", 0, Optional.empty()), tokens,
                new AdminServer.Subject(platform.platform(), platform.cleaner(), "test", "0", "http://x", () -> {}, Optional::empty));
        console = Console.start(server, tokens, new Console.Subject(platform.platform(), "test", "0", "http://x"));
        browser = another();
    }

    static TestConsole start(Path state) throws IOException {
        return new TestConsole(state);
    }

    TestPlatform platform() {
        return platform;
    }

    Console console() {
        return console;
    }

    Browser browser() {
        return browser;
    }

    /** Of somebody else. */
    Browser another() {
        return new Browser(URI.create(server.url()).getPort());
    }

    RevisionSpec echo(String label, byte[] bytes) {
        return Specs.revision(Specs.put(platform.platform().blobs(), label, bytes));
    }

    void apply(String name, RevisionSpec revision) {
        assertThat(platform.apply(Specs.application(name, revision)).done()).isTrue();
    }

    @Override
    public void close() {
        browser.close();
        console.close();
        server.close();
        platform.close();
    }
}
