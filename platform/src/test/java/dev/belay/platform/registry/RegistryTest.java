package dev.belay.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.Certificate;
import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that does as the specification says. */
class RegistryTest {
    static final byte[] COMPONENT = {0, 'a', 's', 'm', 13, 0, 1, 0};
    private static final Surface SURFACE =
            new Surface(List.of("wasi:http/incoming-handler@0.2.0"), List.of("wasi:http/types@0.2.0"), Optional.of("wasi:http/proxy@0.2.0"));

    @TempDir
    private Path directory;

    private TestRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = TestRegistry.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RegistrySettings settings() {
        return RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory);
    }

    private Fetched fetch(String reference) {
        try (var registry = new Registry(settings())) {
            return registry.fetch(server.reference(reference));
        }
    }

    @Test
    void fetchesByTagAndSaysWhichDigestItWas() {
        Digest manifest = server.component("banks/nordhaven", "1.2", COMPONENT);
        Fetched fetched = fetch("banks/nordhaven:1.2");
        assertThat(fetched.bytes()).isEqualTo(COMPONENT);
        assertThat(fetched.digest()).isEqualTo(Digest.of(COMPONENT));
        assertThat(fetched.reference()).hasToString("oci://" + server.host() + "/banks/nordhaven:1.2@sha256:" + manifest);
        assertThat(fetch("banks/nordhaven@sha256:" + manifest).bytes()).isEqualTo(COMPONENT);
    }

    @Test
    void withoutATagItIsTheLatest() {
        server.component("bank", "latest", COMPONENT);
        assertThat(fetch("bank").bytes()).isEqualTo(COMPONENT);
    }

    @Test
    void aDigestCountsBeforeItsTag() {
        Digest first = server.component("bank", "1", COMPONENT);
        server.component("bank", "1", new byte[] {0, 'a', 's', 'm', 13, 0, 1, 0, 0, 1, 0});
        assertThat(fetch("bank:1@sha256:" + first).bytes()).isEqualTo(COMPONENT);
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.wasm.config.v0+json, application/wasm",
        "application/vnd.wasm.config.v1+json, application/vnd.wasm.content.layer.v1+wasm",
        "application/vnd.wasmcloud.actor.archive.config, application/vnd.module.wasm.content.layer.v1+wasm",
        "application/vnd.oci.empty.v1+json, application/wasm",
        "application/vnd.unknown.config.v1+json, application/vnd.bytecodealliance.wasm.component.layer.v0+wasm"
    })
    void takesWhatOtherToolsPush(String config, String layer) {
        server.manifest("bank", "1", TestRegistry.manifestOf(config, layer, server.blob(COMPONENT), COMPONENT.length));
        assertThat(fetch("bank:1").bytes()).isEqualTo(COMPONENT);
    }

    @Test
    void takesAFileOfNoKindIfItsNameSaysWhatItIs() {
        String layer = "\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\"";
        String plain = TestRegistry.manifestOf(
                "application/vnd.oci.empty.v1+json", "application/vnd.oci.image.layer.v1.tar", server.blob(COMPONENT), COMPONENT.length);
        server.manifest("bank", "tar", plain);
        server.manifest("bank", "file", plain.replace(layer, layer + ",\"annotations\":{\"org.opencontainers.image.title\":\"bank.wasm\"}"));
        assertThat(fetch("bank:file").bytes()).isEqualTo(COMPONENT);
        assertThatThrownBy(() -> fetch("bank:tar"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("expected a layer of application/wasm, found 'application/vnd.oci.image.layer.v1.tar'");
    }

    @Test
    void whatIsPushedIsFetchedAndHasTheStandardLayout() {
        var moved = new CopyOnWriteArrayList<Long>();
        Reference pushed;
        try (var registry = new Registry(settings().withTransfers((_, bytes, _) -> moved.add(bytes)))) {
            pushed = registry.push(server.reference("banks/nordhaven:1.2"), COMPONENT, SURFACE);
        }
        assertThat(moved).endsWith((long) COMPONENT.length);
        assertThat(fetch("banks/nordhaven:1.2").reference()).isEqualTo(pushed);
        String manifest = new String(server.manifest("banks/nordhaven", "1.2").orElseThrow(), StandardCharsets.UTF_8);
        assertThat(pushed.digest()).contains(Digest.of(manifest.getBytes(StandardCharsets.UTF_8)));
        String config = "{\"created\":\"1970-01-01T00:00:00Z\",\"architecture\":\"wasm\",\"os\":\"wasip2\",\"layerDigests\":[\"sha256:"
                + Digest.of(COMPONENT) + "\"],\"component\":{\"exports\":[\"wasi:http/incoming-handler@0.2.0\"],"
                + "\"imports\":[\"wasi:http/types@0.2.0\"],\"target\":\"wasi:http/proxy@0.2.0\"}}";
        assertThat(manifest).isEqualTo(("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"config\":{\"mediaType\":\"application/vnd.wasm.config.v0+json\",\"digest\":\"sha256:%s\",\"size\":%d},"
                + "\"layers\":[{\"mediaType\":\"application/wasm\",\"digest\":\"sha256:%s\",\"size\":8}]}")
                .formatted(Digest.of(config.getBytes(StandardCharsets.UTF_8)), config.length(), Digest.of(COMPONENT)));
        assertThat(server.blob(Digest.of(config.getBytes(StandardCharsets.UTF_8))).orElseThrow()).asString().isEqualTo(config);
    }

    @Test
    void whatIsThereIsNotPushedAgain() {
        try (var registry = new Registry(settings())) {
            Reference first = registry.push(server.reference("bank:1"), COMPONENT, SURFACE);
            int before = server.asked().size();
            assertThat(registry.push(server.reference("bank:2"), COMPONENT, SURFACE).digest()).isEqualTo(first.digest());
            assertThat(server.asked().subList(before, server.asked().size()))
                    .extracting(TestRegistry.Asked::method)
                    .containsExactly("HEAD", "HEAD", "PUT");
        }
    }

    @Test
    void aDigestCannotBePushedTo() {
        try (var registry = new Registry(settings())) {
            assertThatThrownBy(() -> registry.push(server.reference("bank@sha256:" + Digest.of(COMPONENT)), COMPONENT, SURFACE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected a tag to push to, found a digest");
        }
    }

    @Test
    void whatWasFetchedByDigestIsNotAskedForAgain() throws IOException {
        Digest manifest = server.component("bank", "1", COMPONENT);
        try (var registry = new Registry(settings().withCache(directory.resolve("cache")))) {
            registry.fetch(server.reference("bank:1"));
            int before = server.asked().size();
            assertThat(registry.fetch(server.reference("bank@sha256:" + manifest)).bytes()).isEqualTo(COMPONENT);
            assertThat(server.asked()).hasSize(before);
            registry.fetch(server.reference("bank:1"));
            assertThat(server.asked()).hasSize(before + 1);
            try (var files = Files.walk(directory.resolve("cache"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.write(file, "changed".getBytes(StandardCharsets.UTF_8));
                }
            }
            assertThat(registry.fetch(server.reference("bank@sha256:" + manifest)).bytes()).isEqualTo(COMPONENT);
            assertThat(server.asked()).hasSize(before + 3);
        }
    }

    @Test
    void saysWhatIsNotThere() {
        server.component("bank", "1", COMPONENT);
        assertThatThrownBy(() -> fetch("bank:2"))
                .isInstanceOf(RegistryException.class)
                .hasMessage("oci://" + server.host() + "/bank:2: the registry has no tag `2` (it says: MANIFEST_UNKNOWN)");
    }

    @Test
    void whereNobodyAnswersIsSaidSo() throws IOException {
        Reference reference = server.reference("bank:1");
        server.close();
        try (var registry = new Registry(settings())) {
            assertThatThrownBy(() -> registry.fetch(reference))
                    .isInstanceOfSatisfying(RegistryException.class, e -> assertThat(e.isUnreachable()).isTrue())
                    .hasMessage(reference + ": nothing answers there");
        }
    }

    @Test
    void byTlsTheRegistrysCertificateHasToBeTrusted() throws IOException, GeneralSecurityException {
        Certificate certificate = Certificate.make(directory);
        try (var secure = TestRegistry.startWithTls(certificate)) {
            secure.component("bank", "1", COMPONENT);
            Reference reference = Reference.parse("localhost:" + secure.port() + "/bank:1");
            var environment = Map.of("DOCKER_CONFIG", directory.toString(), "SSL_CERT_FILE", certificate.pem().toString());
            try (var registry = new Registry(RegistrySettings.of(environment, directory).withTls())) {
                assertThat(registry.fetch(reference).bytes()).isEqualTo(COMPONENT);
            }
            try (var registry = new Registry(settings().withTls())) {
                assertThatThrownBy(() -> registry.fetch(reference)).hasMessageContaining("its certificate is not trusted", "SSL_CERT_FILE");
            }
            try (var registry = new Registry(RegistrySettings.of(environment, directory).withTls())) {
                assertThatThrownBy(() -> registry.fetch(Reference.parse("127.0.0.1:" + secure.port() + "/bank:1")))
                        .hasMessageContaining("its certificate is for another name");
            }
        }
    }

    @Test
    void authoritiesThatCannotBeReadAreSaidSo() {
        assertThatThrownBy(() -> new Registry(RegistrySettings.of(Map.of("SSL_CERT_FILE", "/none.pem"), directory)))
                .isInstanceOf(RegistryException.class)
                .hasMessage("$SSL_CERT_FILE: /none.pem: no such file");
    }
}
