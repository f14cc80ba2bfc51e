package dev.belay.cli;

import static dev.belay.cli.CliRun.belay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(180)
class DevCommandTest {
    private static final String HARNESS = "../examples/wasmpay/harness/harness.wasm";
    private static final String PAYMENT = """
            {"origin": {"id": 1, "code": "NH", "country": "XX", "currency": "USD", "name": "Nordhaven"},
             "destination": {"id": 2, "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
             "amount": 1250, "currency": "USD", "status": "pending", "reason": "rent"}""";

    private static final String RULE = """
            package bank;

            import java.util.Optional;
            import wasmpay.platform.Validation;

            public final class Validator implements Validation {
                @Override
                public ValidateResponse validate(Transaction transaction) {
                    return refuse("Unsupported origin country: " + transaction.origin().country());
                }

                private static ValidateResponse refuse(String reason) {
                    return new ValidateResponse(false, Optional.of(reason));
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void aScriptIsRunAndWhatItSaysIsShown() throws Exception {
        Path echo = Path.of("../examples/guests/http-echo/http-echo.wasm").toAbsolutePath();
        Path script = write("build.sh", "echo 'main.c:3: expected ;' >&2; exit 1");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        try (var belay = BelayProcess.start("dev", directory.toString(), "--http", "127.0.0.1:0", "--json")) {
            String url = next(belay, "listening").get("url").asString();
            var failed = next(belay, "failed");
            assertThat(failed.get("step").asString()).isEqualTo("build");
            assertThat(failed.get("message").asString()).startsWith("main.c:3: expected ;\n").endsWith("ended with 1");
            assertThat(get(url).statusCode()).isEqualTo(500);
            Files.writeString(script, "mkdir -p target && cp " + echo + " target/app.wasm && echo warned");
            assertThat(next(belay, "built").get("output").asString()).isEqualTo("warned");
            assertThat(next(belay, "serving").get("revision").asInt()).isEqualTo(1);
            assertThat(get(url).body()).startsWith("method: GET\ntarget: /info\n");
            assertThat(belay.stop()).isZero();
        }
    }

    @Test
    void aJavaProjectIsBuiltAgainAndAgain() throws Exception {
        assumeThat(Files.isDirectory(Path.of("../teavm/target/lib"))).as("the compiler is packaged").isTrue();
        Files.createDirectories(directory.resolve("wit"));
        Files.copy(Path.of("../examples/wasmpay/wit/platform.wit"), directory.resolve("wit/platform.wit"));
        Path source = write("src/main/java/bank/Validator.java", RULE.replace("return refuse(", "return refuze("));
        try (var belay = BelayProcess.start("dev", directory.toString(), "--harness", HARNESS, "--http", "127.0.0.1:0", "--json")) {
            String url = next(belay, "listening").get("url").asString();
            assertThat(next(belay, "failed").get("message").asString()).contains("Validator.java:9: error: ", "refuze", "^");
            Files.writeString(source, RULE.replace("Unsupported origin", "Unknown origin"));
            next(belay, "serving");
            assertThat(post(url)).contains("Unknown origin country: XX");
            Files.writeString(source, RULE);
            next(belay, "serving");
            assertThat(post(url)).contains("Unsupported origin country: XX");
            assertThat(belay.stop()).isZero();
        }
    }

    @Test
    void saysWhatItNeeds() throws IOException {
        assertThat(belay("dev", directory.toString()).errorLines()).singleElement().asString()
                .contains("expected a project in Java", "--build");
        assertThat(belay("dev", directory.resolve("nothing").toString()).errorLines()).singleElement().asString()
                .contains("found nothing");
        assertThat(belay("dev", "app.wasm", "--build", "make").code()).isEqualTo(ExitCode.USAGE);
    }

    private static JsonNode next(BelayProcess belay, String event) throws IOException {
        return new JsonMapper().readTree(belay.lineWith("\"event\":\"" + event + "\""));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/info")).build());
    }

    private static String post(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/validate"))
                .POST(HttpRequest.BodyPublishers.ofString(PAYMENT))
                .build()).body();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
