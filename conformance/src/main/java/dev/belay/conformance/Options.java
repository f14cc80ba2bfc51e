package dev.belay.conformance;

import java.util.Set;

/**
 * What of a suite to run.
 *
 * @param async also directives that run asynchronous code, which are otherwise skipped
 * @param without features, in the suites' words ({@code gc}, {@code values}), whose directives are skipped
 */
public record Options(boolean async, Set<String> without) {
    public Options {
        without = Set.copyOf(without);
    }

    public static Options defaults() {
        return new Options(false, Set.of());
    }
}
