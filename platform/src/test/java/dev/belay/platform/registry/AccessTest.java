package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the user's credentials, and who does not. */
class AccessTest {
    private static final byte[] COMPONENT = RegistryTest.COMPONENT;
    private static final String PASSWORD = "pass:word";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final Surface SURFACE = new Surface(List.of(), List.of(), Optional.empty());

    @TempDir
    private Path directory;

    private TestRegistry server;
    private TestRegistry other;

    @BeforeEach
    void start() throws IOException {
        server = TestRegistry.start();
        other = TestRegistry.start();
        server.component("bank", "1", COMPONENT);
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private void config(String json) throws IOException {
        Files.writeString(directory.resolve("config.json"), json);
    }

    private void loggedIn() throws IOException {
        config("{\"auths\":{\"%s\":{\"auth\":\"%s\"},\"elsewhere.example.com\":{\"auth\":\"bm86bm8=\"}}}"
                .formatted(server.host(), BASIC.substring("Basic ".length())));
    }

    private Registry registry() {
        return new Registry(RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory));
    }

    private Fetched fetch() {
        try (var registry = registry()) {
            return registry.fetch(server.reference("bank:1"));
        }
    }

    private static TestRegistry.Guard only(String authorization, String challenge) {
        return (_, given) -> given.filter(authorization::equals).isPresent() ? Optional.empty() : Optional.of(challenge);
    }

    @Test
    void aUserIsLetInByBasicWhenAsked() throws IOException {
        loggedIn();
        server.guardedBy(only(BASIC, "Basic realm=\"registry\""));
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
        assertThat(server.asked()).extracting(its -> its.authorization().isPresent()).containsExactly(false, true, true);
    }

    @Test
    void nobodyIsToldWhoTheUserIsUnasked() throws IOException {
        loggedIn();
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
        assertThat(server.asked()).allSatisfy(its -> assertThat(its.authorization()).isEmpty());
    }

    @Test
    void wrongCredentialsAreSentOnceAndNotShown() throws IOException {
        loggedIn();
        server.guardedBy(only("Basic other", "Basic realm=\"registry\""));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("does not let in the user of " + directory.resolve("config.json"))
                .hasMessageNotContaining(PASSWORD);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void withoutCredentialsItIsSaidHowToLogIn() {
        server.guardedBy(only(BASIC, "Basic realm=\"registry\""));
        assertThatThrownBy(this::fetch).hasMessageContaining("there are none for " + server.host() + ": log in, as with docker login " + server.host());
    }

    @Test
    void aTokenIsGotFromTheServiceThatTheRegistryNames() throws IOException {
        loggedIn();
        tokens("t0k3n");
        server.guardedBy(only("Bearer t0k3n", challenge("repository:bank:pull")));
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
        assertThat(other.asked()).singleElement().satisfies(its -> {
            assertThat(its.query()).contains("service=registry.test&scope=repository:bank:pull");
            assertThat(its.authorization()).contains(BASIC);
        });
    }

    @Test
    void whoHasNoCredentialsGetsATokenThatEverybodyGets() {
        tokens("public");
        server.guardedBy(only("Bearer public", challenge("repository:bank:pull")));
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
        assertThat(other.asked()).singleElement().satisfies(its -> assertThat(its.authorization()).isEmpty());
    }

    @Test
    void aPushAsksForMoreWhenItNeedsMore() throws IOException {
        loggedIn();
        other.instead("/token", exchange -> TestRegistry.reply(
                exchange, 200, "{\"access_token\":\"" + (exchange.getRequestURI().getQuery().contains("push") ? "push" : "pull") + "\"}"));
        server.guardedBy((path, given) -> {
            boolean writes = path.contains("uploads") || path.endsWith("manifests/2");
            String needed = writes ? "push" : "pull";
            return given.equals(Optional.of("Bearer push")) || given.equals(Optional.of("Bearer " + needed))
                    ? Optional.empty()
                    : Optional.of(challenge(writes ? "repository:bank:pull,push" : "repository:bank:pull"));
        });
        try (var registry = registry()) {
            Digest component = registry.push(server.reference("bank:2"), new byte[] {0, 'a', 's', 'm', 2}, SURFACE).digest().orElseThrow();
            assertThat(server.manifest("bank", "2")).map(Digest::of).contains(component);
        }
        assertThat(other.asked()).hasSize(2);
    }

    @Test
    void anIdentityTokenIsTraded() throws IOException {
        config("{\"auths\":{\"%s\":{\"identitytoken\":\"refresh-me\"}}}".formatted(server.host()));
        other.instead("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean good = exchange.getRequestMethod().equals("POST")
                    && form.equals("service=registry.test&scope=repository%3Abank%3Apull&grant_type=refresh_token&client_id=belay&refresh_token=refresh-me");
            TestRegistry.reply(exchange, good ? 200 : 400, "{\"access_token\":\"fresh\"}");
        });
        server.guardedBy(only("Bearer fresh", challenge("repository:bank:pull")));
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
    }

    @Test
    void aRedirectToStorageIsFollowedWithoutCredentials() throws IOException {
        loggedIn();
        server.guardedBy(only(BASIC, "Basic realm=\"registry\""));
        server.instead("/v2/bank/blobs/", exchange -> TestRegistry.redirect(exchange, other.url() + "/storage?signature=s"));
        other.instead("/storage", exchange -> TestRegistry.reply(exchange, 200, COMPONENT));
        assertThat(fetch().bytes()).isEqualTo(COMPONENT);
        assertThat(other.asked()).singleElement().satisfies(its -> assertThat(its.authorization()).isEmpty());
    }

    @Test
    void storageThatAsksForCredentialsGetsNone() throws IOException {
        config("{\"auths\":{\"%s\":{\"auth\":\"%s\"},\"%s\":{\"auth\":\"bm86bm8=\"}}}"
                .formatted(server.host(), BASIC.substring("Basic ".length()), other.host()));
        server.guardedBy(only(BASIC, "Basic realm=\"registry\""));
        server.instead("/v2/bank/blobs/", exchange -> TestRegistry.redirect(exchange, other.url() + "/storage"));
        other.guardedBy((_, _) -> Optional.of("Basic realm=\"storage\""));
        assertThatThrownBy(this::fetch).isInstanceOf(RegistryException.class);
        assertThat(other.asked()).allSatisfy(its -> assertThat(its.authorization()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://tokens.example.com/", "", "file:///etc/passwd", "https://u:p@tokens.example.com/", "gopher://x"})
    void aServiceForTokensHasToBeReachedByTls(String realm) throws IOException {
        loggedIn();
        server.guardedBy(only("Bearer x", "Bearer realm=\"" + realm + "\",service=\"s\""));
        assertThatThrownBy(this::fetch).hasMessageContaining("expected the https address of a service for tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"token\":1}", "{\"token\":\"\"}", "{\"token\":\"a b\"}", "{\"token\":\"a\\r\\nx: y\"}"})
    void aTokenThatIsNoneIsRefused(String answer) {
        other.instead("/token", exchange -> TestRegistry.reply(exchange, 200, answer));
        server.guardedBy(only("Bearer x", challenge("repository:bank:pull")));
        assertThatThrownBy(this::fetch).hasMessageContaining("gave none: expected JSON with a token");
    }

    @Test
    void aServiceThatSaysNoIsToldWithoutSecrets() throws IOException {
        loggedIn();
        other.instead("/token", exchange -> TestRegistry.reply(exchange, 401, ""));
        server.guardedBy(only("Bearer x", challenge("repository:bank:pull")));
        assertThatThrownBy(this::fetch)
                .hasMessageContaining("the service for tokens at " + other.url() + " answered with status 401 to the credentials of ")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void aServiceThatWantsCredentialsWhereThereAreNoneSaysHowToLogIn() {
        other.instead("/token", exchange -> TestRegistry.reply(exchange, 401, ""));
        server.guardedBy(only("Bearer x", challenge("repository:bank:pull")));
        assertThatThrownBy(this::fetch).hasMessageEndingWith(
                "answered with status 401; it was shown no credentials, since there are none for " + server.host() + ": log in, as with docker login "
                        + server.host());
    }

    private String challenge(String scope) {
        return "Bearer realm=\"" + other.url() + "/token\",service=\"registry.test\",scope=\"" + scope + "\"";
    }

    private void tokens(String token) {
        other.instead("/token", exchange -> TestRegistry.reply(exchange, 200, "{\"token\":\"" + token + "\"}"));
    }
}
