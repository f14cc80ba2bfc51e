package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.up.PlatformHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for a host that runs, against one. */
class PlatformCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private Path manifest;
    private PlatformHost host;
    private final CountDownLatch asked = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        manifest = directory.resolve("platform.yaml");
        write("nordhaven");
        host = PlatformHost.start(manifest, "test", RemoteComponents.none(), _ -> {}, asked::countDown);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void write(String... banks) throws IOException {
        var text = new StringBuilder("""
                platform: test
                http: {address: "127.0.0.1:0"}
                harnesses:
                  payments: {contract: wasmpay:platform/validation@0.1.0, upper: %s/wasmpay/harness/harness.wasm}
                applications:
                """.formatted(EXAMPLES));
        for (String bank : banks) {
            text.append("  %s: {harness: payments, component: %s/wasmpay/validators/%s/%s.wasm, triggers: [{http: {path: /%s}}]}\n"
                    .formatted(bank, EXAMPLES, bank, bank, bank));
        }
        Files.writeString(manifest, text);
    }

    private CliRun run(String... args) {
        var all = new java.util.ArrayList<>(java.util.List.of(args));
        if (!args[0].equals("apply") && !args[0].equals("check")) {
            all.add("--platform");
            all.add(manifest.toString());
        }
        return CliRun.belay(all.toArray(String[]::new));
    }

    @Test
    void appliesWhatAManifestSays() throws IOException {
        write("nordhaven", "terrano");
        var plan = run("apply", manifest.toString(), "--plan");
        assertThat(plan.out()).startsWith("+ terrano ").contains("1 to change, 1 as they are");
        assertThat(host.platform().applications()).containsOnlyKeys("nordhaven");
        var applied = run("apply", manifest.toString(), "--json");
        assertThat(applied.code()).isZero();
        assertThat(applied.out()).contains("\"done\":true", "\"sequence\":2");
        assertThat(run("status").out()).contains("nordhaven", "terrano", "serving");
        assertThat(run("status", "terrano").out()).contains("http */terrano", "100 %");
        assertThat(run("history").out()).contains("apply", "changed: terrano");
        assertThat(run("rollback").out()).contains("- terrano");
        assertThat(host.platform().applications()).containsOnlyKeys("nordhaven");
    }

    @Test
    void showsWhatTheStoreHasAndCleansItUp() throws IOException {
        assertThat(run("store", "list").out())
                .contains("nordhaven.wasm", "harness.wasm", "serving")
                .contains("2 of components and files, ", "of which nothing needs 0 bytes");
        assertThat(run("store", "clean").out()).startsWith("removed 0 of components and files, 0 bytes");
        assertThat(run("store", "list", "--json").out()).contains("\"use\":\"SERVING\"");
    }

    @Test
    void tellsWhatApplicationsUse() throws Exception {
        write("nordhaven");
        Files.writeString(manifest, Files.readString(manifest).replace("triggers:", "limits: {memory: 64m, fuel: 1m}, instances: {pool: 1}, triggers:"));
        assertThat(run("apply", manifest.toString()).code()).isZero();
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(host.http() + "/nordhaven/validate"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        while (host.platform().applications().get("nordhaven").serving().current().pool().orElseThrow().idle() == 0) {
            Thread.onSpinWait();
        }

        assertThat(run("status", "nordhaven").out())
                .containsPattern("memory [1-9][0-9.]* [KM]iB now; an instance had [1-9][0-9.]* [KM]iB at most, of 64.0 MiB")
                .containsPattern("fuel: a call took [1-9][0-9]* at most, of 1000000")
                .contains("pool: 1 idle");
        assertThat(run("status", "--json").out()).containsPattern("\"use\":\\{\"memory\":[1-9]").contains("\"memoryLimit\":67108864");
        assertThat(run("top", "--times", "1", "--every", "10ms").out())
                .containsPattern("nordhaven .* [1-9][0-9.]* [KM]iB +[1-9][0-9]* +[1-9][0-9]*\n");
    }

    @Test
    void logsTellWhoWroteWhatAndWhen() {
        host.platform().logs().write("nordhaven", "0123456789ab", "log", "info", "hello");

        assertThat(run("logs", "nordhaven", "--json").out())
                .containsPattern("\"at\":\"[0-9T:.-]+Z\",\"application\":\"nordhaven\",\"revision\":\"0123456789ab\"")
                .contains("\"source\":\"log\",\"level\":\"info\",\"text\":\"hello\"")
                .doesNotContain("traceId");
        assertThat(run("logs").out()).contains("INFO nordhaven/0123456789ab log: hello");
    }

    @Test
    void asksAHostByItsAddress() {
        String token = directory.resolve(".belay/test/admin.token").toString();
        assertThat(CliRun.belay("status", "--host", host.admin(), "--token-file", token).out()).contains("nordhaven");
        assertThat(CliRun.belay("status", "--host", "unix:" + directory.resolve("none.sock"), "--token-file", token).err())
                .startsWith("error: no host answers at unix:" + directory.resolve("none.sock"));
        CliRun wrong = CliRun.belay("status", "--host", "somewhere", "--token-file", token);
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--host: expected http://HOST:PORT, https://HOST:PORT or unix:PATH, found somewhere");
    }

    @Test
    void anUpgradeThatDoesNotFitIsToldAndChangesNothing() {
        var upgrade = run("upgrade", "--harness", EXAMPLES.resolve("guests/http-echo/http-echo.wasm").toString());
        assertThat(upgrade.code()).isEqualTo(1);
        assertThat(upgrade.out()).contains("~ nordhaven", "nothing was changed");
        assertThat(host.platform().desired().sequence()).isEqualTo(1);
    }

    @Test
    void sharesAreCheckedByTheHost() {
        var traffic = run("traffic", "nordhaven", "0123456789ab=100");
        assertThat(traffic.code()).isEqualTo(1);
        assertThat(traffic.err()).contains("error: expected revisions that are kept");
    }

    @Test
    void aHostThatDoesNotRunIsSaidSo() throws IOException {
        Path other = directory.resolve("other.yaml");
        Files.writeString(other, "platform: other\napplications: {}\n");
        var status = CliRun.belay("status", "--platform", other.toString());
        assertThat(status.code()).isEqualTo(1);
        assertThat(status.err()).contains("no host runs with ").contains("belay up");
    }

    @Test
    void stopAsksTheHostToEnd() throws InterruptedException {
        assertThat(run("stop").code()).isZero();
        assertThat(asked.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void checkShowsWhoMeetsWhat() {
        var check = run("check", manifest.toString());
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("gets wasmpay:platform/validation@0.1.0 from ", "wasmcloud:messaging/consumer@0.2.0 is the host's: answers only");
    }

    @Test
    void aWrongManifestIsExplainedWithItsPlace() throws IOException {
        Files.writeString(manifest, "platform: test\naplications: {}\n");
        var check = run("check", manifest.toString());
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("`aplications` is not known here", ":2:1", "did you mean `applications`?");
        assertThat(run("check", manifest.toString(), "--json").out()).contains("\"line\":2", "\"kind\":\"UnknownKey\"");
    }
}
