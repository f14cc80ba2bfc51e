package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.platform.Await;
import dev.belay.platform.Specs;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.Triggers;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    static final String TRANSACTION =
            """
            {"origin": {"id": 1, "code": "NH", "country": "US", "currency": "USD", "name": "Nordhaven"},
             "destination": {"id": 2, "code": "IC", "country": "GB", "currency": "GBP", "name": "Icamer"},
             "amount": 1250, "currency": "USD", "status": "pending", "reason": "rent"}""";

    @TempDir
    private Path directory;

    private static RevisionSpec misbehaving(TestPlatform platform) {
        return Specs.revision(Specs.put(platform.platform().blobs(), "http-misbehave.wasm", Specs.guest("http-misbehave")));
    }

    /** Two banks under one harness. */
    static Outcome applyBanks(TestPlatform platform) {
        var blobs = platform.platform().blobs();
        var stack = Specs.stack(Specs.put(blobs, "harness.wasm", Specs.harness()));
        return platform.platform().change(from -> Proposal.apply(
                from,
                Map.of("payments", stack),
                Map.of(
                        "nordhaven",
                        Specs.application("nordhaven", Specs.revision(Specs.put(blobs, "nordhaven.wasm", Specs.validator("nordhaven")))
                                .withStack(stack)),
                        "terrano",
                        Specs.application("terrano", Specs.revision(Specs.put(blobs, "terrano.wasm", Specs.validator("terrano")))
                                .withStack(stack))),
                ""));
    }

    static String validate(TestPlatform platform, String bank) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(platform.uri("/" + bank + "/validate"))
                .POST(HttpRequest.BodyPublishers.ofString(TRANSACTION))
                .build();
        return platform.client().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void composesApplicationsWithTheirHarness() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            Outcome outcome = applyBanks(platform);
            assertThat(outcome.done()).isTrue();
            assertThat(outcome.plan().steps()).extracting(Plan.Step::kind).containsOnly(Plan.Kind.ADD);
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
            assertThat(validate(platform, "terrano")).contains("\"approved\"");
            assertThat(platform.get("/nobody").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void comesBackWithWhatWasAppliedLast() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            applyBanks(platform);
        }
        try (var platform = TestPlatform.start(directory)) {
            assertThat(platform.platform().desired().sequence()).isEqualTo(1);
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
        }
    }

    @Test
    void upgradesAllOfAHarnessAndGoesBack() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            applyBanks(platform);
            Part next = Specs.put(platform.platform().blobs(), "harness-2.wasm", Specs.marked(Specs.harness(), "2"));
            var before = platform.platform().applications().get("nordhaven").serving().current().id();
            Outcome outcome = platform.platform().change(from -> Proposal.upgrade(from, "payments", next));
            assertThat(outcome.plan().steps()).extracting(Plan.Step::kind).containsOnly(Plan.Kind.REPLACE);
            assertThat(outcome.plan().steps()).extracting(Plan.Step::what).containsOnly(List.of("harness"));
            assertThat(platform.platform().applications().get("nordhaven").serving().current().id()).isNotEqualTo(before);
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
            platform.platform().change(from -> Proposal.rollback(from, "nordhaven"));
            assertThat(platform.platform().applications().get("nordhaven").serving().current().id()).isEqualTo(before);
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
        }
    }

    @Test
    void aHarnessThatDoesNotFitChangesNothing() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            applyBanks(platform);
            Part other = Specs.put(platform.platform().blobs(), "http-echo.wasm", Specs.guest("http-echo"));
            Outcome outcome = platform.platform().change(from -> Proposal.upgrade(from, "payments", other));
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.plan().steps()).allSatisfy(step -> assertThat(step.misfit()).isPresent());
            assertThat(platform.platform().desired().sequence()).isEqualTo(1);
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
        }
    }

    @Test
    void aFailedHealthCheckChangesNothing() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            Outcome outcome = platform.apply(Specs.application(
                    "shop", Specs.withHealth(misbehaving(platform), "/trap"), new Triggers.Http("", "/", List.of(), Map.of())));
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.plan().steps().getFirst().misfit().orElseThrow())
                    .startsWith("health check: expected status 200 from GET /trap, found 500");
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aMissingSecretIsToldWithoutOthers() {
        try (var platform = TestPlatform.start(directory)) {
            RevisionSpec its = misbehaving(platform);
            var spec = new RevisionSpec(
                    its.stack(), its.component(), its.files(), its.config(), its.environment(),
                    Map.of(
                            "THERE", new dev.belay.platform.spec.SecretSource(Optional.empty(), Optional.of("TOP")),
                            "GONE", new dev.belay.platform.spec.SecretSource(Optional.empty(), Optional.of("NOWHERE"))),
                    its.allowHosts(), its.publish(), its.buckets(), its.limits(), its.instances(), its.health());
            Outcome outcome = platform.apply(Specs.application("shop", spec));
            assertThat(outcome.plan().steps().getFirst().misfit().orElseThrow())
                    .contains("GONE", "NOWHERE")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void aTrapHarmsNobodyElse() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("healthy", new Triggers.Http("", "/info", List.of(), Map.of()));
            platform.apply(Specs.application("bad", misbehaving(platform), new Triggers.Http("", "/", List.of(), Map.of())));
            assertThat(platform.get("/trap").statusCode()).isEqualTo(500);
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
            Await.until(() -> !platform.platform().logs().lines(Optional.of("bad"), 0, 10).isEmpty());
            var bad = platform.platform().applications().get("bad").serving().current().tally().totals();
            assertThat(bad.failed()).isEqualTo(1);
            assertThat(bad.traps()).hasSize(1);
            assertThat(platform.platform().applications().get("healthy").serving().current().tally().totals().failed()).isZero();
            assertThat(platform.platform().logs().lines(Optional.of("bad"), 0, 10))
                    .extracting(LogLine::text)
                    .anyMatch(text -> text.contains("GET /trap: 500"));
        }
    }

    @Test
    void whoFloodsTheLogLosesOnlyItsOwnLines() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            platform.apply(Specs.application("loud", misbehaving(platform), new Triggers.Http("", "/", List.of(), Map.of())));
            assertThat(platform.get("/flood-stderr?10000000").statusCode()).isEqualTo(200);
            List<LogLine> lines = platform.platform().logs().lines(Optional.of("loud"), 0, 100_000);
            assertThat(lines.stream().mapToInt(line -> line.text().length()).sum()).isLessThan(100_000);
            assertThat(platform.platform().logs().dropped("loud")).isPositive();
        }
    }

    @Test
    void sharesRequestsAmongRevisions() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            platform.apply(Specs.application("shop", misbehaving(platform), new Triggers.Http("", "/", List.of(), Map.of())));
            var serving = platform.platform().applications().get("shop").serving();
            String echo = serving.kept().getFirst().id();
            platform.platform().change(from -> Proposal.weights(
                    from, from.applications().get("shop"), Map.of(echo, 100)));
            assertThat(platform.get("/info").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> platform.platform().change(from -> Proposal.weights(
                            from, from.applications().get("shop"), Map.of(echo, 99))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("100 together");
        }
    }

    @Test
    void twoApplicationsCannotHaveOneRoute() {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("a", new Triggers.Http("", "/", List.of(), Map.of()));
            assertThatThrownBy(() -> platform.applyEcho("b", new Triggers.Http("", "/", List.of(), Map.of())))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("have the same route: any host /");
        }
    }

    @Test
    void aSecondHostIsKeptOut() {
        try (var _ = TestPlatform.start(directory)) {
            assertThatThrownBy(() -> TestPlatform.start(directory))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("one runs with it already");
        }
    }

    @Test
    void anApplicationWhoseComponentIsGoneKeepsNoOtherFromStarting() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            applyBanks(platform);
        }
        var digest = dev.belay.platform.spec.Digest.of(Specs.validator("terrano")).hex();
        Files.delete(directory.resolve("blobs").resolve(digest.substring(0, 2)).resolve(digest));
        try (var platform = TestPlatform.start(directory)) {
            assertThat(platform.platform().failed()).containsOnlyKeys("terrano");
            assertThat(validate(platform, "nordhaven")).isEqualTo("{\"approved\":true,\"reason\":null}");
        }
    }

    @Test
    void removesWhatIsNotDesired() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            platform.applyEcho("shop", new Triggers.Http("", "/", List.of(), Map.of()));
            platform.platform().change(from -> Proposal.apply(from, Map.of(), new TreeMap<>(), ""));
            assertThat(platform.get("/info").statusCode()).isEqualTo(404);
        }
    }

    /** Handles that one request leaves open are there for the next: until there are too many, or the instance has had its day. */
    @Test
    void aPooledInstanceIsUsedAgainAndNotForEver() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            apply(platform, new InstancePolicy(1, 100));
            assertThat(platform.get("/hold-handles?6000").statusCode()).isEqualTo(200);
            assertThat(platform.get("/hold-handles?6000").body()).contains("too many handles");
            assertThat(platform.get("/hold-handles?6000").statusCode()).isEqualTo(200);
            apply(platform, new InstancePolicy(1, 1));
            assertThat(platform.get("/hold-handles?6000").statusCode()).isEqualTo(200);
            assertThat(platform.get("/hold-handles?6000").statusCode()).isEqualTo(200);
        }
    }

    private static void apply(TestPlatform platform, InstancePolicy policy) {
        RevisionSpec its = misbehaving(platform);
        var spec = new RevisionSpec(
                its.stack(), its.component(), its.files(), its.config(), its.environment(), its.secrets(), its.allowHosts(),
                its.publish(), its.buckets(), its.limits(), policy, its.health());
        platform.apply(Specs.application("shop", spec, new Triggers.Http("", "/", List.of(), Map.of())));
    }
}
