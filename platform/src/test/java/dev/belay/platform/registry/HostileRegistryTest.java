package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that means harm, or is broken: each of its lies ends in one sentence, in time, and nothing of it is kept. */
class HostileRegistryTest {
    private static final byte[] COMPONENT = RegistryTest.COMPONENT;
    private static final String MANIFEST = "/v2/bank/manifests/";
    private static final String BLOB = "/v2/bank/blobs/";

    @TempDir
    private Path directory;

    private TestRegistry server;
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        server = TestRegistry.start();
        server.component("bank", "1", COMPONENT);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.close();
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private RegistrySettings settings() {
        return RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory).withCache(cache());
    }

    private AbstractThrowableAssert<?, ?> fetching(RegistrySettings settings, String reference) {
        try (var registry = new Registry(settings)) {
            return assertThatThrownBy(() -> registry.fetch(server.reference(reference)))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageStartingWith("oci://" + server.host() + "/" + reference + ": ");
        }
    }

    private AbstractThrowableAssert<?, ?> fetching() {
        return fetching(settings(), "bank:1");
    }

    private void manifestIs(String json) {
        server.manifest("bank", "1", json);
    }

    private boolean keepsComponent() {
        return ComponentCache.at(cache()).get(Digest.of(COMPONENT)).isPresent();
    }

    @Test
    void aLayerOfAnotherDigestIsRefusedAndNotKept() {
        byte[] other = {0, 'a', 's', 'm', 13, 0, 1, 1};
        server.instead(BLOB, exchange -> TestRegistry.reply(exchange, 200, other));
        fetching().hasMessageContaining("expected a layer of sha256:" + Digest.of(COMPONENT) + ", found one of sha256:" + Digest.of(other));
        assertThat(keepsComponent()).isFalse();
        assertThat(ComponentCache.at(cache()).get(Digest.of(other))).isEmpty();
    }

    @Test
    void aManifestOfAnotherDigestIsRefused() {
        Digest wanted = Digest.of("other".getBytes(StandardCharsets.UTF_8));
        server.instead(MANIFEST, exchange -> TestRegistry.reply(exchange, 200, server.manifest("bank", "1").orElseThrow()));
        fetching(settings(), "bank@sha256:" + wanted).hasMessageContaining("expected a manifest of sha256:" + wanted + ", found one of ");
    }

    @Test
    void aTagsManifestHasToBeWhatItsHeaderSays() {
        Digest said = Digest.of("other".getBytes(StandardCharsets.UTF_8));
        server.instead(MANIFEST, exchange -> {
            exchange.getResponseHeaders().add("docker-content-digest", "sha256:" + said);
            TestRegistry.reply(exchange, 200, server.manifest("bank", "1").orElseThrow());
        });
        fetching().hasMessageContaining("expected a manifest of sha256:" + said);
    }

    @Test
    void anEndlessManifestIsCutOff() {
        server.instead(MANIFEST, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody());
        });
        fetching().hasMessageContaining("expected at most 4194304 bytes, found more");
    }

    @Test
    void aLayerThatIsLargerThanItsManifestSaysIsCutOff() {
        server.instead(BLOB, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody());
        });
        fetching().hasMessageContaining("expected at most 65536 bytes, found more");
        assertThat(keepsComponent()).isFalse();
    }

    private static void endless(OutputStream out) throws IOException {
        byte[] chunk = new byte[64 << 10];
        for (int i = 0; i < 1 << 14; i++) {
            out.write(chunk);
        }
        throw new AssertionError("1 GiB was taken");
    }

    @Test
    void aLayerOfAnotherSizeIsRefused() {
        server.instead(BLOB, exchange -> TestRegistry.reply(exchange, 200, new byte[] {0, 'a', 's', 'm', 13}));
        fetching().hasMessageContaining("expected a layer of 8 bytes, found 5");
    }

    @Test
    void aLayerThatBreaksOffIsRefusedAndNotKept() throws IOException {
        server.instead(BLOB, exchange -> {
            exchange.sendResponseHeaders(200, COMPONENT.length);
            exchange.getResponseBody().write(COMPONENT, 0, 3);
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });
        fetching();
        assertThat(keepsComponent()).isFalse();
        try (var files = Files.walk(cache())) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList())
                    .allSatisfy(name -> assertThat(name).hasSize(64));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "268435457", "1e3", "\"8\"", "99999999999999999999", "null"})
    void aSizeThatCannotBeIsRefused(String size) {
        manifestIs(TestRegistry.manifestOf("application/vnd.wasm.config.v0+json", "application/wasm", Digest.of(COMPONENT), 8)
                .replace("\"size\":8", "\"size\":" + size));
        fetching().hasMessageMatching("(?s).*(too large: expected at most 256 MiB|expected the size of the layer).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "null", "{", "\"x\"", "{\"schemaVersion\":1}", "{\"schemaVersion\":2}", "{\"schemaVersion\":2,\"layers\":{}}",
        "{\"schemaVersion\":2,\"layers\":[]}", "{\"schemaVersion\":2,\"layers\":[1]}", "{\"schemaVersion\":2,\"layers\":[{},{}]}",
        "{\"schemaVersion\":2,\"mediaType\":[],\"layers\":[{\"mediaType\":\"application/wasm\",\"digest\":\"md5:1\",\"size\":1}]}",
        "{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"application/wasm\",\"size\":1}]}"
    })
    void aManifestThatIsNoneIsRefused(String json) {
        manifestIs(json);
        fetching().hasMessageContaining("expected ");
    }

    @Test
    void deepNestingIsRefused() {
        manifestIs("[".repeat(100_000));
        fetching().hasMessageContaining("expected a manifest in JSON");
    }

    @Test
    void anIndexIsRefusedWithWhatItHas() {
        manifestIs("""
                {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
                 {"digest":"sha256:%s","platform":{"os":"wasip2","architecture":"wasm"}}]}""".formatted(Digest.of(COMPONENT)));
        fetching().hasMessageContaining("found an index of several; name one by its digest: @sha256:" + Digest.of(COMPONENT) + " (wasip2/wasm)");
    }

    @Test
    void whatIsNoWebAssemblyIsRefused() {
        byte[] text = "#!/bin/sh".getBytes(StandardCharsets.UTF_8);
        server.component("bank", "1", text);
        fetching().hasMessageContaining("no WebAssembly");
    }

    @Test
    void wordsOfTheRegistryCannotPlayWithTheTerminal() {
        server.instead(MANIFEST, exchange -> TestRegistry.reply(
                exchange, 500, "{\"errors\":[{\"message\":\"\\u001b[2J\\u202e\\n" + "x".repeat(5_000) + "\"}]}"));
        fetching().satisfies(e -> {
            assertThat(e.getMessage()).contains("status 500").hasSizeLessThan(400);
            assertThat(e.getMessage().codePoints()).noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        });
    }

    @Test
    void oneThatSaysNothingIsGivenUp() {
        server.instead(MANIFEST, _ -> await());
        fetching(impatient(), "bank:1").hasMessageContaining("nothing has come from 127.0.0.1 for 300 ms");
    }

    @Test
    void oneThatStopsInTheMiddleIsGivenUp() {
        server.instead(BLOB, exchange -> {
            exchange.sendResponseHeaders(200, COMPONENT.length);
            exchange.getResponseBody().write(COMPONENT, 0, 3);
            exchange.getResponseBody().flush();
            await();
        });
        fetching(impatient(), "bank:1").hasMessageContaining("nothing has come from 127.0.0.1 for 300 ms");
    }

    @Test
    void oneThatTricklesIsGivenUpWhenTheTimeForAllIsOver() {
        server.instead(BLOB, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(0);
                exchange.getResponseBody().flush();
                pause();
            }
        });
        var slow = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(500));
        fetching(settings().withPatience(slow), "bank:1").hasMessageContaining("it takes longer than 500 ms in all");
    }

    private RegistrySettings impatient() {
        return settings().withPatience(new Patience(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofMinutes(1)));
    }

    private void await() throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A byte now and then is what the registry does here. */
    private void pause() throws IOException {
        try {
            over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void redirectsWithoutEndAreGivenUp() {
        server.instead(BLOB, exchange -> TestRegistry.redirect(exchange, exchange.getRequestURI() + "x"));
        fetching().hasMessageContaining("expected at most 5 redirects, found more");
        assertThat(server.asked()).hasSize(1 + 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "http://storage.example.com/x", "http://10.0.0.1/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "https://u:p@storage.example.com/x",
        "http:x", "://", "http://127.0.0.1.example.com/x", "\u0001"
    })
    void aRedirectToWhereItMayNotLeadIsRefused(String location) {
        server.instead(BLOB, exchange -> TestRegistry.redirect(exchange, location));
        fetching().hasMessageContaining("expected an https address to go on at");
    }

    @Test
    void aLongScopeOfWordsIsNoLongMessage() {
        server.instead(MANIFEST, exchange -> {
            exchange.getResponseHeaders().add("www-authenticate", "Digest realm=\"" + "x".repeat(10_000) + "\"");
            TestRegistry.reply(exchange, 401, "");
        });
        fetching().hasMessageContaining("asks for credentials in a way that is not known");
    }

    @Test
    void oneThatAsksForCredentialsWithoutSayingHowIsToldSo() {
        server.instead(MANIFEST, exchange -> TestRegistry.reply(exchange, 401, ""));
        fetching().hasMessageContaining("asks for credentials in a way that is not known");
    }

    @Test
    void anUploadMayNotBeSentJustAnywhere() {
        server.instead("/v2/bank/blobs/uploads", exchange -> {
            exchange.getResponseHeaders().add("location", "http://storage.example.com/put?signature=secret");
            TestRegistry.reply(exchange, 202, "");
        });
        try (var registry = new Registry(settings())) {
            assertThatThrownBy(() -> registry.push(
                            server.reference("bank:2"), new byte[] {0, 'a', 's', 'm', 1}, new Surface(List.of(), List.of(), Optional.empty())))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("expected an https address to go on at, found 'http://storage.example.com/put'")
                    .hasMessageNotContaining("secret");
        }
    }
}
