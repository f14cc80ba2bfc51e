package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.Specs;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.spec.Triggers;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys and values, and logs, of a platform's applications: java-tour, several times. */
@Timeout(120)
class BucketsTest {
    @TempDir
    private Path directory;

    private static RevisionSpec spec(Part component, List<String> buckets) {
        RevisionSpec its = Specs.revision(component);
        return new RevisionSpec(
                its.stack(), its.component(), its.files(), its.config(), its.environment(), its.secrets(), its.allowHosts(),
                its.publish(), buckets, its.limits(), its.instances(), its.health());
    }

    private static String post(TestPlatform platform, String application, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(platform.uri(path))
                .header("x-application", application)
                .POST(BodyPublishers.ofString(body))
                .build();
        return platform.client().send(request, BodyHandlers.ofString()).body().strip();
    }

    private static Triggers.Http route(String application) {
        return new Triggers.Http("", "/", List.of(), Map.of("x-application", application));
    }

    private static void remove(TestPlatform platform, String name) {
        platform.platform().change(from -> {
            var left = new TreeMap<String, ApplicationSpec>();
            from.applications().forEach((each, state) -> left.put(each, state.spec()));
            left.remove(name);
            return Proposal.apply(from, from.stacks(), left, "");
        });
    }

    @Test
    void bucketsOfARemovedApplicationStayAsLongAsOneCanGoBackToIt() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            Part tour = Specs.put(platform.platform().blobs(), "java-tour.wasm", Specs.guest("java-tour"));
            ApplicationSpec gone = Specs.application("gone", spec(tour, List.of("visits")), route("gone"));
            platform.apply(gone);
            platform.apply(Specs.application("stays", spec(tour, List.of("visits")), route("stays")));
            post(platform, "stays", "/bucket/visits/n", "7");
            post(platform, "gone", "/bucket/visits/n", "40");

            remove(platform, "gone");
            platform.cleaner().clean();
            platform.platform().change(from -> Proposal.restore(from, platform.platform().stateAt(from.sequence() - 1).orElseThrow()));
            assertThat(post(platform, "gone", "/bucket/visits/n", "2")).as("after a rollback").isEqualTo("42");

            remove(platform, "gone");
            platform.apply(Specs.application("more", spec(tour, List.of()), route("more")));
            platform.cleaner().clean();
            platform.apply(gone);
            assertThat(post(platform, "gone", "/bucket/visits/n", "1")).as("of another life").isEqualTo("1");
            assertThat(post(platform, "stays", "/bucket/visits/n", "1")).isEqualTo("8");
        }
    }

    @Test
    void applicationsHaveTheBucketsThatAreGrantedEachForItself() throws Exception {
        try (var platform = TestPlatform.start(directory)) {
            Part tour = Specs.put(platform.platform().blobs(), "java-tour.wasm", Specs.guest("java-tour"));
            Map.of("one", List.of("visits"), "two", List.of("visits"), "none", List.<String>of())
                    .forEach((name, buckets) -> platform.apply(Specs.application(name, spec(tour, buckets), route(name))));

            assertThat(post(platform, "one", "/bucket/visits/n", "40")).isEqualTo("40");
            assertThat(post(platform, "one", "/bucket/visits/n", "2")).isEqualTo("42");
            assertThat(post(platform, "two", "/bucket/visits/n", "1")).isEqualTo("1");
            assertThat(post(platform, "none", "/bucket/visits/n", "1")).isEqualTo("bucket visits: the host does not grant it");

            post(platform, "two", "/log", "careful");
            assertThat(platform.platform().logs().lines(Optional.of("two"), 0, 10))
                    .filteredOn(line -> line.source().equals("log"))
                    .extracting(LogLine::level, LogLine::text)
                    .contains(org.assertj.core.groups.Tuple.tuple("warn", "tour: careful"))
                    .contains(org.assertj.core.groups.Tuple.tuple("trace", "details: says careful"));
        }
    }
}
