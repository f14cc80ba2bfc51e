package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Await;
import dev.belay.platform.Begun;
import dev.belay.platform.Specs;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.StackSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that are sent to the console, planned, and carried out. */
class RolloutTest {
    private static final String UPGRADE = "/console/harnesses/payments/upgrade";

    @TempDir
    private Path directory;

    private TestConsole host;
    private Platform platform;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        host = TestConsole.start(directory);
        platform = host.platform().platform();
        browser = host.browser();
        StackSpec stack = Specs.stack(Specs.put(platform.blobs(), "harness.wasm", Specs.harness()));
        var all = new TreeMap<String, ApplicationSpec>();
        for (String bank : new String[] {"nordhaven", "terrano"}) {
            all.put(bank, Specs.application(
                    bank, Specs.revision(Specs.put(platform.blobs(), bank + ".wasm", Specs.validator(bank))).withStack(stack)));
        }
        assertThat(platform.change(from -> Proposal.apply(from, Map.of("payments", stack), all, "")).done()).isTrue();
        browser.signIn("secret");
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static byte[] otherHarness(String mark) {
        return Specs.marked(Specs.harness(), mark);
    }

    /** Where a form has led. */
    private static String led(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("location").orElseThrow();
    }

    private String sent(Browser who, byte[] component) throws Exception {
        return led(who.upload(UPGRADE, who.csrf(), "harness-2.wasm", component));
    }

    private static void await(Browser who, String path, Predicate<String> page) {
        Await.until(() -> page.test(body(who, path)));
    }

    private static String body(Browser who, String path) {
        try {
            return who.get(path).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String planned(Browser who, byte[] component) throws Exception {
        String path = sent(who, component);
        await(who, path, page -> page.contains("Carry it out"));
        return path;
    }

    private void carryOut(Browser who, String path) throws Exception {
        assertThat(led(who.post(path + "/carry-out", Map.of("csrf", who.csrf())))).isEqualTo(path);
    }

    private String upper() {
        return platform.desired().stacks().get("payments").upper().digest().hex();
    }

    private int stored() {
        return platform.blobs().list().size();
    }

    @Test
    void aHarnessIsShownWithItsPartsAndApplications() throws Exception {
        assertThat(browser.get("/console/harnesses").body()).contains("href=\"/console/harnesses/payments\"").contains("harness.wasm");
        String page = browser.get("/console/harnesses/payments").body();
        assertThat(page).contains(upper()).contains(">nordhaven</a>").contains(">terrano</a>").contains("wasmpay:platform/validation@0.1.0")
                .contains("multipart/form-data");
        assertThat(browser.get("/console/applications/terrano").body()).contains("href=\"/console/harnesses/payments\"");
        assertThat(browser.get("/console/harnesses/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anUpgradeIsPlannedAndThenCarriedOutWithItsProgress() throws Exception {
        byte[] other = otherHarness("2");
        String path = planned(browser, other);
        assertThat(browser.get(path).body()).contains("All fits: 2 applications would change").contains("harness-2.wasm")
                .contains(Digest.of(other).hex()).contains(">nordhaven</a>").doesNotContain("http-equiv");
        assertThat(platform.desired().sequence()).isEqualTo(1);
        carryOut(browser, path);
        await(browser, path, page -> page.contains("Done: change 2, 2 applications"));
        assertThat(upper()).isEqualTo(Digest.of(other).hex());
        assertThat(browser.get("/console/history").body()).contains("payments to harness-2.wasm");
        // Loading it anew, and saying it twice, changes nothing more.
        carryOut(browser, path);
        assertThat(led(browser.post(path + "/plan", Map.of("csrf", browser.csrf())))).isEqualTo(path);
        assertThat(browser.get(path).body()).contains("Done: change 2").doesNotContain("<form method=\"post\" action=\"" + path);
        assertThat(platform.desired().sequence()).isEqualTo(2);
    }

    @Test
    void aPageIsToldOfTheNextStageAndThenNeedNotAsk() throws Exception {
        String path = planned(browser, otherHarness("2"));
        var next = browser.get(path + "/live?stage=Planning", "HX-Request", "true");
        assertThat(next.statusCode()).isEqualTo(286);
        assertThat(next.body()).contains("All fits").contains("hx-swap-oob").contains("Carry it out");
        assertThat(browser.get(path + "/live?stage=Planned").body()).contains("All fits").doesNotContain("hx-swap-oob");
    }

    @Test
    void whatDoesNotFitIsToldForEachApplicationAndCannotBeCarriedOut() throws Exception {
        String path = sent(browser, Specs.guest("http-echo"));
        await(browser, path, page -> page.contains("This cannot be done: 2 of 2 applications do not fit."));
        String page = browser.get(path).body();
        assertThat(page).contains("wasmpay:platform/validation").contains(">terrano</a>").doesNotContain("Carry it out");
        carryOut(browser, path);
        assertThat(browser.get(path).body()).contains("This cannot be done");
        assertThat(platform.desired().sequence()).isEqualTo(1);
    }

    @Test
    void whatFailsOnlyWhenItIsDoneIsToldAsWell() throws Exception {
        String path = planned(browser, otherHarness("2"));
        // Bytes that are gone meanwhile.
        Digest digest = Digest.of(otherHarness("2"));
        Files.delete(directory.resolve("blobs").resolve(digest.hex().substring(0, 2)).resolve(digest.hex()));
        carryOut(browser, path);
        await(browser, path, page -> page.contains("Nothing was changed: harness-2.wasm: expected its bytes in the store"));
        assertThat(platform.desired().sequence()).isEqualTo(1);
    }

    @Test
    void anApplicationGetsAnotherComponent() throws Exception {
        assertThat(browser.get("/console/applications/terrano").body()).contains("action=\"/console/applications/terrano/deploy\"");
        byte[] other = Specs.marked(Specs.validator("nordhaven"), "other");
        String path = led(browser.upload("/console/applications/terrano/deploy", browser.csrf(), "C:\\\\a\\\\other.wasm", other));
        await(browser, path, page -> page.contains("All fits: 1 application would change"));
        assertThat(browser.get(path).body()).contains(">terrano</a>").doesNotContain(">nordhaven</a>");
        carryOut(browser, path);
        await(browser, path, page -> page.contains("Done: change 2, terrano"));
        var revision = platform.desired("terrano").orElseThrow().spec().revision();
        assertThat(revision.component().digest()).isEqualTo(Digest.of(other));
        assertThat(revision.component().label()).isEqualTo("other.wasm");
        assertThat(revision.stack()).isPresent();
        // The same once more.
        String again = led(browser.upload("/console/applications/terrano/deploy", browser.csrf(), "other.wasm", other));
        await(browser, again, page -> page.contains("Nothing would change"));
    }

    @Test
    void whatIsNoComponentIsToldAndNotKept() throws Exception {
        int before = stored();
        byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
        assertThat(led(browser.upload(UPGRADE, browser.csrf(), "<img>.wasm", module))).isEqualTo("/console/harnesses/payments");
        assertThat(browser.get("/console/harnesses/payments").body()).contains("role=\"alert\"")
                .contains("‘&lt;img&gt;.wasm’ is not a component, and was not kept: expected a component, found a core module");
        browser.upload(UPGRADE, browser.csrf(), "a.wasm", "text".getBytes(StandardCharsets.UTF_8));
        assertThat(browser.get("/console/harnesses/payments").body()).contains("‘a.wasm’ is not a component");
        browser.upload(UPGRADE, browser.csrf(), "", new byte[0]);
        assertThat(browser.get("/console/harnesses/payments").body()).contains("choose its file");
        assertThat(stored()).isEqualTo(before);
        assertThat(platform.blobs().incoming()).isEmptyDirectory();
    }

    @Test
    void formsOfOthersKeepNothing() throws Exception {
        int before = stored();
        byte[] other = otherHarness("2");
        String csrf = browser.csrf();
        assertThat(browser.upload(UPGRADE, "0".repeat(csrf.length()), "a.wasm", other).statusCode()).isEqualTo(403);
        assertThat(browser.upload(UPGRADE, "", "a.wasm", other).statusCode()).isEqualTo(403);
        assertThat(browser.upload(UPGRADE, csrf, "a.wasm", other, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(browser.upload("/console/harnesses/none/upgrade", csrf, "a.wasm", other).statusCode()).isEqualTo(404);
        assertThat(browser.upload("/console/history", csrf, "a.wasm", other).statusCode()).isEqualTo(404);
        try (Browser nobody = host.another()) {
            var response = nobody.upload(UPGRADE, csrf, "a.wasm", other);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("not signed in").contains("type=\"password\"");
        }
        assertThat(stored()).isEqualTo(before);
        assertThat(platform.blobs().incoming()).isEmptyDirectory();
    }

    @Test
    void aReaderSeesAPlanAndChangesNothing() throws Exception {
        String path = planned(browser, otherHarness("2"));
        int before = stored();
        try (Browser reader = host.another()) {
            reader.signIn("looking");
            assertThat(reader.get("/console/harnesses/payments").body()).contains("harness.wasm").doesNotContain("multipart");
            assertThat(reader.get("/console/applications/terrano").body()).doesNotContain("multipart");
            assertThat(reader.get(path).body()).contains("All fits").doesNotContain("carry-out");
            assertThat(reader.get(path + "/live").body()).contains("All fits").doesNotContain("carry-out");
            assertThat(reader.upload(UPGRADE, reader.csrf(), "a.wasm", otherHarness("3")).statusCode()).isEqualTo(403);
            assertThat(reader.post(path + "/carry-out", Map.of("csrf", reader.csrf())).statusCode()).isEqualTo(403);
            assertThat(reader.post(path + "/plan", Map.of("csrf", reader.csrf())).statusCode()).isEqualTo(403);
        }
        assertThat(browser.post(path + "/carry-out", Map.of("csrf", "forged")).statusCode()).isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
        assertThat(platform.desired().sequence()).isEqualTo(1);
    }

    @Test
    void ofTwoOperatorsTheSecondIsToldThatWhatRunsIsOther() throws Exception {
        try (Browser second = host.another()) {
            second.signIn("secret");
            String one = planned(browser, otherHarness("2"));
            String two = planned(second, otherHarness("3"));
            carryOut(browser, one);
            await(browser, one, page -> page.contains("Done: change 2"));
            carryOut(second, two);
            await(second, two, page -> page.contains("Nothing was changed: what runs is not any more what it was"));
            assertThat(upper()).isEqualTo(Digest.of(otherHarness("2")).hex());
            assertThat(led(second.post(two + "/plan", Map.of("csrf", second.csrf())))).isEqualTo(two);
            await(second, two, page -> page.contains("Carry it out"));
            carryOut(second, two);
            await(second, two, page -> page.contains("Done: change 3"));
        }
    }

    /** Keeps changes from being made until it is told to end. */
    private CompletableFuture<Void> nothingChangesUntil(CountDownLatch end) {
        var begun = new CountDownLatch(1);
        var waits = CompletableFuture.runAsync(() -> platform.whileNothingChanges(() -> {
            begun.countDown();
            return untilZero(end);
        }));
        untilZero(begun);
        return waits;
    }

    private static boolean untilZero(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangeThatWaitsForOthersSaysSoAndGoesOn() throws Exception {
        String path = planned(browser, otherHarness("2"));
        var end = new CountDownLatch(1);
        var others = nothingChangesUntil(end);
        try {
            carryOut(browser, path);
            var page = browser.get(path);
            // Without scripts the page is asked for again; with them, a part of it.
            assertThat(page.body()).contains("waiting for its turn").contains("<progress").contains("role=\"status\"")
                    .contains("<noscript><meta http-equiv=\"refresh\"").contains("hx-trigger=\"every 1s\"");
            assertThat(browser.get(path + "/live?stage=UnderWay").statusCode()).isEqualTo(200);
        } finally {
            end.countDown();
        }
        others.join();
        await(browser, path, page -> page.contains("Done: change 2"));
    }

    @Test
    void aChangeIsDrainingAsLongAsSomethingIsUnderWay() throws Exception {
        host.apply("echo", host.echo("echo.wasm", Specs.guest("http-echo")));
        String path = led(browser.upload(
                "/console/applications/echo/deploy", browser.csrf(), "echo-2.wasm", Specs.marked(Specs.guest("http-echo"), "2")));
        await(browser, path, page -> page.contains("Carry it out"));
        try (Begun request = Begun.at(host.platform().uri("/echo"))) {
            carryOut(browser, path);
            await(browser, path, page -> page.contains("Deploy echo: draining"));
            assertThat(request.end()).contains("cd");
        }
        await(browser, path, page -> page.contains("Done: change 3, echo"));
    }

    @Test
    void aChangeThatWaitsWhenTheHostStopsIsNotMade() throws Exception {
        String path = planned(browser, otherHarness("2"));
        var end = new CountDownLatch(1);
        var others = nothingChangesUntil(end);
        try {
            carryOut(browser, path);
            host.console().close();
        } finally {
            end.countDown();
        }
        others.join();
        await(browser, path, page -> page.contains("Nothing was changed: the host stops"));
        assertThat(platform.desired().sequence()).isEqualTo(1);
    }

    @Test
    void onlyTheLastChangesAreKnown() throws Exception {
        String first = planned(browser, otherHarness("0"));
        for (int i = 1; i <= 32; i++) {
            planned(browser, otherHarness("0"));
        }
        var gone = browser.get(first);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("it is in the history");
    }
}
