package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Specs;
import dev.belay.platform.rollout.TestPlatform;
import dev.belay.platform.spec.RevisionSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&/..";

    @TempDir
    private Path directory;

    private TestConsole host;
    private TestPlatform platform;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        host = TestConsole.start(directory);
        platform = host.platform();
        browser = host.browser();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private RevisionSpec echo(String label, byte[] bytes) {
        return host.echo(label, bytes);
    }

    private void apply(String name, RevisionSpec revision) {
        host.apply(name, revision);
    }

    /** An application with a revision before its current one. */
    private void applyTwice(String name) {
        apply(name, echo("first.wasm", Specs.guest("http-echo")));
        apply(name, echo("second.wasm", Specs.marked(Specs.guest("http-echo"), "second")));
    }

    private Map<String, Integer> weights(String name) {
        return platform.platform().applications().get(name).serving().weights();
    }

    private String current(String name) {
        return platform.platform().applications().get(name).serving().current().id();
    }

    private String earlier(String name) {
        return platform.platform().applications().get(name).serving().kept().getFirst().id();
    }

    @Test
    void nobodySeesAnythingWithoutAToken() throws Exception {
        apply("shop", echo("echo.wasm", Specs.guest("http-echo")));
        for (String path : List.of("", "/history", "/harnesses", "/rows", "/applications/shop", "/applications/shop/live", "/anything")) {
            var response = browser.get("/console" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(303);
            assertThat(response.headers().firstValue("location")).as(path).contains("/console/login");
            assertThat(browser.get("/console" + path, "HX-Request", "true").headers().firstValue("hx-redirect"))
                    .as(path).contains("/console/login");
        }
        assertThat(browser.get("/console/login").body()).doesNotContain("shop").contains("type=\"password\"");
        var wrong = browser.signIn("wrong");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().firstValue("set-cookie")).isEmpty();
        assertThat(browser.signIn("").statusCode()).isEqualTo(403);
        assertThat(browser.get("/consoles").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionBeginsWithATokenAndEndsWithTheSignOut() throws Exception {
        var entered = browser.signIn("secret");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("set-cookie").orElse(""))
                .contains("HttpOnly").contains("SameSite=Strict").contains("Path=/console").doesNotContain("secret");
        var page = browser.get("/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'").contains("script-src 'self';").doesNotContain("unsafe");
        assertThat(browser.post("/console/logout", Map.of("csrf", browser.csrf())).statusCode()).isEqualTo(303);
        assertThat(browser.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void whoGuessesTokensIsMadeToWait() throws Exception {
        int tries = 0;
        while (browser.signIn("guess" + tries).statusCode() != 429 && tries < 1_000) {
            tries++;
        }
        assertThat(tries).isBetween(20, 999);
    }

    @Test
    void formsOfOthersChangeNothing() throws Exception {
        applyTwice("shop");
        browser.signIn("secret");
        String csrf = browser.csrf();
        var form = Map.of("weight." + current("shop"), "50", "weight." + earlier("shop"), "50", "csrf", csrf);
        var forged = Map.of("weight." + current("shop"), "50", "weight." + earlier("shop"), "50", "csrf", "0".repeat(csrf.length()));
        String path = "/console/applications/shop/traffic";
        assertThat(browser.post(path, forged).statusCode()).isEqualTo(403);
        assertThat(browser.post(path, Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post(path, form, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(browser.post(path, form, "Origin", "null").statusCode()).isEqualTo(403);
        // What browsers need to know to send another origin than that for forms of the console's own.
        assertThat(browser.get("/console").headers().firstValue("referrer-policy")).contains("same-origin");
        assertThat(browser.post(path, form, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(weights("shop")).isEmpty();
    }

    @Test
    void aReaderLooksAndChangesNothing() throws Exception {
        applyTwice("shop");
        browser.signIn("looking");
        var page = browser.get("/console/applications/shop");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/traffic").doesNotContain("/rollback");
        assertThat(browser.get("/console/history").body()).doesNotContain("name=\"to\"");
        String csrf = browser.csrf();
        String before = current("shop");
        assertThat(browser.post("/console/applications/shop/traffic",
                Map.of("csrf", csrf, "weight." + before, "50", "weight." + earlier("shop"), "50")).statusCode()).isEqualTo(403);
        assertThat(browser.post("/console/applications/shop/rollback", Map.of("csrf", csrf)).statusCode()).isEqualTo(403);
        assertThat(browser.post("/console/history", Map.of("csrf", csrf, "to", "1")).statusCode()).isEqualTo(403);
        assertThat(weights("shop")).isEmpty();
        assertThat(current("shop")).isEqualTo(before);
    }

    @Test
    void anOperatorMovesTraffic() throws Exception {
        applyTwice("shop");
        browser.signIn("secret");
        String csrf = browser.csrf();
        String first = "weight." + earlier("shop");
        String second = "weight." + current("shop");
        String path = "/console/applications/shop/traffic";
        assertThat(browser.get("/console/applications/shop").body()).contains("name=\"" + first + "\"").contains("type=\"range\"");
        assertThat(browser.post(path, Map.of("csrf", csrf, first, "30", second, "70")).statusCode()).isEqualTo(303);
        assertThat(weights("shop")).isEqualTo(Map.of(earlier("shop"), 30, current("shop"), 70));
        assertThat(browser.get("/console/applications/shop").body()).contains("Done: change 3, shop").contains("70 %");
        for (var wrong : List.of(Map.of(first, "30"), Map.of(first, "-30", second, "130"), Map.of(first, "x", second, "100"))) {
            var form = new HashMap<>(wrong);
            form.put("csrf", csrf);
            assertThat(browser.post(path, form).statusCode()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(browser.post(path, Map.of("csrf", csrf, "weight.none", "100")).statusCode()).isEqualTo(409);
        assertThat(weights("shop")).hasSize(2);
        assertThat(browser.post(path, Map.of("csrf", csrf, first, "0", second, "100")).statusCode()).isEqualTo(303);
        assertThat(weights("shop")).isEmpty();
    }

    @Test
    void anOperatorGoesBack() throws Exception {
        applyTwice("shop");
        browser.signIn("secret");
        String csrf = browser.csrf();
        String first = earlier("shop");
        assertThat(browser.post("/console/applications/shop/rollback", Map.of("csrf", csrf)).statusCode()).isEqualTo(303);
        assertThat(current("shop")).isEqualTo(first);
        assertThat(browser.post("/console/history", Map.of("csrf", csrf, "to", "2")).statusCode()).isEqualTo(303);
        assertThat(current("shop")).isNotEqualTo(first);
        assertThat(browser.get("/console/history").body()).contains("to change 2").contains("Done: change 4");
        assertThat(browser.post("/console/history", Map.of("csrf", csrf, "to", "99")).statusCode()).isEqualTo(409);
        assertThat(browser.post("/console/applications/none/rollback", Map.of("csrf", csrf)).statusCode()).isEqualTo(409);
    }

    @Test
    void namesAndLinesAreTextWhateverIsInThem() throws Exception {
        apply(HOSTILE, echo(HOSTILE + ".wasm", Specs.guest("http-echo")));
        platform.platform().logs().write(HOSTILE, "r", "stdout", "info", "</li><script>alert(2)</script>");
        browser.signIn("secret");
        String path = "/console/applications/" + Shown.segment(HOSTILE);
        var application = browser.get(path);
        assertThat(application.statusCode()).isEqualTo(200);
        assertThat(application.body()).contains("&lt;script&gt;alert(2)").contains("&lt;img src=x");
        for (String each : List.of(path, path + "/live", path + "/log", "/console", "/console/rows", "/console/history",
                "/console?q=" + Shown.segment(HOSTILE), "/console/applications/" + Shown.segment("<img>"))) {
            assertThat(browser.get(each).body()).as(each).isNotEmpty().doesNotContain("<img").doesNotContain("<script>");
        }
    }

    @Test
    void theStackIsDrawnWithFromWhereImportsAreMet() throws Exception {
        var blobs = platform.platform().blobs();
        var stack = Specs.stack(Specs.put(blobs, "harness.wasm", Specs.harness()));
        apply("bank", Specs.revision(Specs.put(blobs, "nordhaven.wasm", Specs.validator("nordhaven"))).withStack(stack));
        browser.signIn("looking");
        String page = browser.get("/console/applications/bank").body();
        String picture = page.substring(page.indexOf("<svg class=\"graph\""), page.indexOf("From where each import is met"));
        assertThat(picture).contains(">harness.wasm</text>").contains(">nordhaven.wasm</text>").contains("class=\"box upper\"")
                .contains("wasmpay:platform/validation@0.1.0").contains("host: ").contains(">requests</text>");
        assertThat(picture).doesNotContain("style");
    }

    @Test
    void aPageAsksForTheLinesAfterThoseItHas() throws Exception {
        apply("shop", echo("echo.wasm", Specs.guest("http-echo")));
        var logs = platform.platform().logs();
        logs.write("shop", "r", "stdout", "info", "one");
        logs.write("other", "r", "stdout", "info", "hidden");
        browser.signIn("looking");
        var first = browser.get("/console/applications/shop/log?after=0");
        assertThat(first.body()).contains("one").doesNotContain("hidden").contains("/log?after=1\"");
        assertThat(browser.get("/console/applications/shop/log?after=1").statusCode()).isEqualTo(204);
        logs.write("shop", "r", "stderr", "warn", "two");
        assertThat(browser.get("/console/applications/shop/log?after=1").body()).contains("two").doesNotContain("one<");
        assertThat(browser.get("/console/applications/shop/log?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void applicationsAreFoundByTheirNames() throws Exception {
        apply("shop", echo("echo.wasm", Specs.guest("http-echo")));
        apply("bank", echo("echo.wasm", Specs.guest("http-echo")));
        browser.signIn("looking");
        assertThat(browser.get("/console").body()).contains(">shop</a>").contains(">bank</a>");
        assertThat(browser.get("/console?q=SHO").body()).contains(">shop</a>").doesNotContain(">bank</a>");
        assertThat(browser.get("/console/applications/none").statusCode()).isEqualTo(404);
    }

    @Test
    void scriptsAndStylesAreTheHostsOwn() throws Exception {
        for (String asset : List.of("htmx.js", "console.js", "console.css", "icon.svg")) {
            var response = browser.get("/console/assets/" + asset);
            assertThat(response.statusCode()).as(asset).isEqualTo(200);
            assertThat(response.body()).as(asset).isNotEmpty();
        }
        assertThat(browser.get("/console/assets/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/assets/..%2FConsole.class").statusCode()).isEqualTo(404);
    }
}
