package dev.belay.wasi.messaging;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The subjects that guests may send to. One that no pattern has is denied; one that begins with {@code $}, and so belongs
 * to the bus itself, is denied unless a pattern names its first token.
 */
public final class SubjectPolicy {
    private static final SubjectPolicy DENY_ALL = new SubjectPolicy(List.of());

    private final List<SubjectPattern> patterns;

    private SubjectPolicy(List<SubjectPattern> patterns) {
        this.patterns = patterns;
    }

    public static SubjectPolicy denyAll() {
        return DENY_ALL;
    }

    /**
     * @param patterns such as {@code payments.*}; see {@link SubjectPattern}
     * @throws IllegalArgumentException if one is no pattern
     */
    public static SubjectPolicy allow(List<String> patterns) {
        return new SubjectPolicy(patterns.stream().map(SubjectPattern::parse).toList());
    }

    boolean allows(String subject) {
        boolean reserved = subject.charAt(0) == Subject.RESERVED;
        return patterns.stream().anyMatch(p -> !(reserved && p.beginsWild()) && p.matches(subject));
    }

    /** The patterns, for messages. */
    @Override
    public String toString() {
        return patterns.isEmpty()
                ? "none"
                : patterns.stream().map(SubjectPattern::toString).collect(Collectors.joining(", "));
    }
}
