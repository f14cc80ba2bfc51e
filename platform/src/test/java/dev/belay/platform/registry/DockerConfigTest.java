package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** ada:s3cret */
    private static final String AUTH = "YWRhOnMzY3JldA==";

    @TempDir
    private Path directory;

    private Optional<Credentials> of(String host, String json) throws IOException {
        Path file = directory.resolve("config.json");
        Files.writeString(file, json);
        return new DockerConfig(file, PATIENCE).of(host);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example.com, registry.example.com",
        "https://registry.example.com, registry.example.com",
        "https://registry.example.com/v1/, registry.example.com",
        "https://registry.example.com/v2/, registry.example.com",
        "127.0.0.1:5000, 127.0.0.1:5000"
    })
    void findsAHostAsLoginsHaveWrittenIt(String key, String host) throws IOException {
        assertThat(of(host, "{\"auths\":{\"" + key + "\":{\"auth\":\"" + AUTH + "\"}}}"))
                .contains(new Credentials("ada", "s3cret", directory.resolve("config.json").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "registry.example.com:5000", "registry.example.com.evil.example", "other"})
    void anotherHostIsAnother(String host) throws IOException {
        assertThat(of(host, "{\"auths\":{\"registry.example.com\":{\"auth\":\"" + AUTH + "\"}}}")).isEmpty();
    }

    @Test
    void namesInClearAreTaken() throws IOException {
        assertThat(of("h", "{\"auths\":{\"h\":{\"username\":\"ada\",\"password\":\"x\"}}}"))
                .contains(new Credentials("ada", "x", directory.resolve("config.json").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "[]", "null", "", "{\"auths\":[]}", "{\"auths\":{\"h\":7}}", "{\"auths\":{\"h\":{}}}", "{\"credsStore\":\"\"}", "{\"credHelpers\":[]}"
    })
    void whatSaysNothingOfAHostIsNothing(String json) throws IOException {
        assertThat(of("h", json)).isEmpty();
    }

    @Test
    void withoutAFileThereAreNone() {
        assertThat(DockerConfig.of(Map.of("DOCKER_CONFIG", directory.resolve("none").toString()), directory, PATIENCE).of("h")).isEmpty();
        assertThat(DockerConfig.of(Map.of(), directory, PATIENCE).of("h")).isEmpty();
    }

    @Test
    void theFileIsBelowTheHomeDirectoryUnlessNamed() throws IOException {
        Files.createDirectories(directory.resolve(".docker"));
        Files.writeString(directory.resolve(".docker").resolve("config.json"), "{\"auths\":{\"h\":{\"auth\":\"" + AUTH + "\"}}}");
        assertThat(DockerConfig.of(Map.of(), directory, PATIENCE).of("h")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{s3cret", "{\"auths\":{\"h\":{\"auth\":\"s3cret\"}}}", "{\"auths\":{\"h\":{\"auth\":\"czNjcmV0\"}}}", "s3cret"})
    void aFileThatIsNoneIsToldWithoutWhatIsInIt(String json) {
        assertThatThrownBy(() -> of("h", json))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith(directory.resolve("config.json") + ": ")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("czNjcmV0")
                .hasNoCause();
    }

    @Test
    void credentialsPrintedByMistakeHaveNoSecret() {
        assertThat(new Credentials("ada", "s3cret", "somewhere").toString()).isEqualTo("ada of somewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/bin/sh", " ", "x y", "a;b"})
    void aHelperIsANameAndNoPath(String name) {
        assertThatThrownBy(() -> of("h", "{\"credsStore\":\"" + name + "\"}"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("expected the name of a credential helper");
    }

    @Test
    void aHelperThatIsNotInstalledIsToldSo() {
        assertThatThrownBy(() -> of("h", "{\"credHelpers\":{\"h\":\"not-installed-anywhere\"}}"))
                .isInstanceOf(RegistryException.class)
                .hasMessage("the credential helper docker-credential-not-installed-anywhere cannot be started: is it installed, and on the PATH?");
    }
}
