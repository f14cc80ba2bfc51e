package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.Registry;
import dev.belay.platform.registry.RegistryException;
import dev.belay.platform.registry.RegistrySettings;
import dev.belay.platform.registry.Surface;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.up.PlatformHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components to and from a real registry, and what runs of them. */
class RegistryCommandsTest {
    private static final Path WASMPAY = Path.of("..", "examples", "wasmpay").toAbsolutePath().normalize();
    private static final Path NORDHAVEN = WASMPAY.resolve("validators/nordhaven/nordhaven.wasm");
    private static final Path TERRANO = WASMPAY.resolve("validators/terrano/terrano.wasm");
    private static final Path HARNESS = WASMPAY.resolve("harness/harness.wasm");

    @TempDir
    private Path directory;

    private static String pushed(Path file, String reference) {
        CliRun push = CliRun.belay("push", file.toString(), reference);
        assertThat(push.err()).isEmpty();
        assertThat(push.code()).isZero();
        return push.out().strip();
    }

    private Path manifest(String upper, String component) throws IOException {
        Path file = directory.resolve("platform.yaml");
        Files.writeString(file, """
                platform: test
                http: {address: "127.0.0.1:0"}
                harnesses:
                  payments:
                    contract: wasmpay:platform/validation@0.1.0
                    upper: %s
                applications:
                  bank:
                    harness: payments
                    component: %s
                    triggers: [{http: {path: /bank}}]
                """.formatted(upper, component));
        return file;
    }

    @Test
    void whatIsPushedIsPulledByTagAndByDigest() throws IOException {
        try (var registry = DockerRegistry.start(directory)) {
            String tagged = registry.host() + "/banks/nordhaven:1.2";
            String pinned = pushed(NORDHAVEN, tagged);
            assertThat(pinned).matches("oci://127\\.0\\.0\\.1:\\d+/banks/nordhaven:1\\.2@sha256:[0-9a-f]{64}");

            Path file = directory.resolve("bank.wasm");
            CliRun pull = CliRun.belay("pull", tagged, "-o", file.toString());
            assertThat(pull.code()).isZero();
            assertThat(pull.out()).isEqualTo(pinned + "\n");
            assertThat(file).hasSameBinaryContentAs(NORDHAVEN);

            CliRun json = CliRun.belay("pull", pinned, "-o", file.toString(), "--json");
            assertThat(json.out()).contains(
                    "\"reference\":\"" + pinned + "\"",
                    "\"component\":\"sha256:" + Digest.of(Files.readAllBytes(NORDHAVEN)) + "\"",
                    "\"bytes\":" + Files.size(NORDHAVEN));
            assertThat(CliRun.belay("push", NORDHAVEN.toString(), tagged, "--json").out())
                    .isEqualTo("{\"reference\":\"%s\",\"bytes\":%d}\n".formatted(pinned, Files.size(NORDHAVEN)));
            assertThat(CliRun.belay("cache", "list").out()).contains(Digest.of(Files.readAllBytes(NORDHAVEN)).hex().substring(0, 16));
        }
    }

    @Test
    void aPlatformRunsWhatATagMeansWhenItIsApplied() throws IOException {
        try (var registry = DockerRegistry.start(directory)) {
            String harness = pushed(HARNESS, registry.host() + "/harness:1");
            String first = pushed(NORDHAVEN, registry.host() + "/bank:live");
            Path manifest = manifest(harness, "oci://" + registry.host() + "/bank:live");

            CliRun check = CliRun.belay("check", manifest.toString());
            assertThat(check.err()).isEmpty();
            assertThat(check.out()).contains("fetched " + first + "\n", "fetched " + harness + "\n", "gets wasmpay:platform/validation@0.1.0 from oci://");

            try (var registries = Registries.on(new Streams(System.in, System.out, System.err, false));
                    var host = PlatformHost.start(manifest, "test", registries, _ -> {}, () -> {})) {
                assertThat(host.fetched()).extracting(part -> part.label()).containsExactly(first, harness);

                String second = pushed(TERRANO, registry.host() + "/bank:live");
                CliRun applied = CliRun.belay("apply", manifest.toString());
                assertThat(applied.out()).contains("fetched " + second + "\n", "~ bank ", "(component)", "done: change 2");
                assertThat(component(host)).isEqualTo(Digest.of(Files.readAllBytes(TERRANO)));

                manifest(harness, first);
                assertThat(CliRun.belay("apply", manifest.toString(), "--json").out())
                        .contains("\"done\":true", "\"fetched\":[", "\"reference\":\"" + first + "\"");
                assertThat(component(host)).isEqualTo(Digest.of(Files.readAllBytes(NORDHAVEN)));

                String upper = pushed(TERRANO, registry.host() + "/harness:2");
                CliRun upgrade = CliRun.belay("upgrade", "--harness", "oci://" + registry.host() + "/harness:2", "--platform", manifest.toString());
                assertThat(upgrade.out()).contains("fetched " + upper, "~ bank", "nothing was changed");
            }
        }
    }

    private static Digest component(PlatformHost host) {
        return host.platform().desired().applications().values().iterator().next().spec().revision().component().digest();
    }

    @Test
    void whatIsNotThereIsToldWhereItIsNamed() throws IOException {
        try (var registry = DockerRegistry.start(directory)) {
            Path manifest = manifest(HARNESS.toString(), "oci://" + registry.host() + "/bank:9");
            CliRun check = CliRun.belay("check", manifest.toString());
            assertThat(check.code()).isEqualTo(ExitCode.FAILED);
            assertThat(check.err()).contains("/bank:9: the registry has no tag `9`", "platform.yaml:10:16");
            assertThat(CliRun.belay("check", manifest.toString(), "--json").out()).contains("\"kind\":\"BadFile\"", "\"line\":10");
            CliRun pull = CliRun.belay("pull", registry.host() + "/bank:9", "-o", directory.resolve("none.wasm").toString());
            assertThat(pull.code()).isEqualTo(ExitCode.FAILED);
            assertThat(pull.errorLines()).singleElement().asString().startsWith("error: oci://" + registry.host() + "/bank:9: the registry has no tag `9`");
            assertThat(directory.resolve("none.wasm")).doesNotExist();
        }
    }

    @Test
    void aRegistryWithUsersLetsInWhoIsLoggedIn() throws IOException {
        byte[] component = Files.readAllBytes(NORDHAVEN);
        var surface = new Surface(List.of(), List.of(), Optional.empty());
        try (var registry = DockerRegistry.startWithUser(directory)) {
            var settings = RegistrySettings.of(Map.of("DOCKER_CONFIG", directory.toString()), directory);
            Reference reference = Reference.parse(registry.host() + "/banks/nordhaven:1");
            try (var client = new Registry(settings)) {
                assertThatThrownBy(() -> client.push(reference, component, surface))
                        .isInstanceOf(RegistryException.class)
                        .hasMessageContaining("lets nobody in without credentials");
            }
            login(registry, "YWRhOmE=");
            try (var client = new Registry(settings)) {
                client.push(reference, component, surface);
                assertThat(client.fetch(reference).bytes()).isEqualTo(component);
            }
            login(registry, "YWRhOmI=");
            try (var client = new Registry(settings)) {
                assertThatThrownBy(() -> client.fetch(reference)).hasMessageContaining("does not let in the user of " + directory);
            }
        }
    }

    private void login(DockerRegistry registry, String auth) throws IOException {
        Files.writeString(directory.resolve("config.json"), "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), auth));
    }

    @Test
    void whatIsNoReferenceIsWrongUsage() {
        CliRun pull = CliRun.belay("pull", "registry.example.com/Bank");
        assertThat(pull.code()).isEqualTo(ExitCode.USAGE);
        assertThat(pull.err()).contains("registry.example.com/Bank: expected a small letter or a digit of the repository at character 22");
        CliRun push = CliRun.belay("push", NORDHAVEN.toString(), "h/bank@sha256:" + "0".repeat(64));
        assertThat(push.code()).isEqualTo(ExitCode.USAGE);
        assertThat(push.err()).contains("expected a tag to push to, found a digest");
        assertThat(CliRun.belay("push", NORDHAVEN.toString(), "h/bank", "--target", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.belay("pull", "h/bank", "-o", "-", "--json").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsNoComponentIsNotPushed() throws IOException {
        Path module = directory.resolve("module.wasm");
        Files.write(module, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        CliRun push = CliRun.belay("push", module.toString(), "127.0.0.1:1/bank");
        assertThat(push.code()).isEqualTo(ExitCode.FAILED);
        assertThat(push.err()).contains("expected a component, found a core module");
    }

    @Test
    void whereNobodyAnswersIsSaidSo() {
        CliRun push = CliRun.belay("push", NORDHAVEN.toString(), "127.0.0.1:1/bank");
        assertThat(push.code()).isEqualTo(ExitCode.FAILED);
        assertThat(push.errorLines()).containsExactly("error: oci://127.0.0.1:1/bank: nothing answers there");
    }
}
