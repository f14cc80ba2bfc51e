package dev.belay.platform.console;

import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One harness.
 *
 * @param contract what applications have to export; empty if nothing is asked for
 * @param more how many applications are left out
 */
record HarnessPage(
        Surface.Frame frame, Target target, String contract, List<Row> parts, List<Target> applications, int more,
        ProgressLine progress) {
    /** @param kind what it is to the harness */
    record Row(String kind, String label, String digest) {
        static Row of(String kind, Part part) {
            return new Row(kind, part.label(), part.digest().hex());
        }
    }

    /** @param most applications that are named */
    static Optional<HarnessPage> of(String name, DesiredState state, int most, Surface.Frame frame, ProgressLine progress) {
        return Optional.ofNullable(state.stacks().get(name)).map(stack -> {
            List<Target> all = applications(state, name).toList();
            List<Target> shown = all.subList(0, Math.min(most, all.size()));
            return new HarnessPage(
                    frame, new Target.Harness(name), stack.contract().orElse(""), parts(stack), shown, all.size() - shown.size(), progress);
        });
    }

    /** Those that have it, by name. */
    static Stream<Target> applications(DesiredState state, String harness) {
        return state.applications().values().stream()
                .filter(its -> its.spec().revision().stack().filter(stack -> stack.name().equals(harness)).isPresent())
                .map(its -> its.spec().name())
                .sorted()
                .map(Target.Application::new);
    }

    /** From above. */
    private static List<Row> parts(StackSpec stack) {
        var parts = new ArrayList<Row>();
        parts.add(Row.of("upper", stack.upper()));
        stack.middleware().forEach(part -> parts.add(Row.of("middleware", part)));
        stack.lower().forEach(part -> parts.add(Row.of("lower", part)));
        return parts;
    }
}
