package dev.belay.platform.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a revision is made of. Two that are equal are the same revision.
 *
 * @param stack the harness around the component; without one, the component answers by itself
 * @param files by the path that the component sees
 * @param allowHosts where it may send HTTP requests
 * @param publish subjects that it may send messages to
 * @param buckets of keys and values that it may open
 */
public record RevisionSpec(
        Optional<StackSpec> stack,
        Part component,
        Map<String, Part> files,
        Map<String, String> config,
        Map<String, String> environment,
        Map<String, SecretSource> secrets,
        List<String> allowHosts,
        List<String> publish,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> buckets,
        LimitSpec limits,
        InstancePolicy instances,
        Optional<HealthCheck> health) {
    public RevisionSpec {
        files = sorted(files);
        config = sorted(config);
        environment = sorted(environment);
        secrets = sorted(secrets);
        allowHosts = List.copyOf(allowHosts);
        publish = List.copyOf(publish);
        buckets = List.copyOf(buckets);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    public RevisionSpec withStack(StackSpec other) {
        return new RevisionSpec(
                Optional.of(other), component, files, config, environment, secrets, allowHosts, publish, buckets, limits,
                instances, health);
    }

    public RevisionSpec withComponent(Part other) {
        return new RevisionSpec(
                stack, other, files, config, environment, secrets, allowHosts, publish, buckets, limits, instances, health);
    }

    /** All bytes that it is made of. */
    public Stream<Part> parts() {
        return Stream.of(Stream.of(component), files.values().stream(), stack.stream().flatMap(StackSpec::parts)).flatMap(its -> its);
    }

    /** The name of the revision: the beginning of a digest of all of it. */
    public String id() {
        return Digest.of(SpecJson.bytes(this)).brief();
    }
}
