package dev.belay.bench.process;

import dev.belay.conformance.Options;
import dev.belay.conformance.Outcome.Status;
import dev.belay.conformance.Suites;
import java.nio.file.Path;
import java.util.List;

/** A program: how many directives of a suite pass. */
public final class SuiteCount {
    private SuiteCount() {}

    /** @param args the suite */
    public static void main(String[] args) {
        System.out.println(Suites.run(List.of(Path.of(args[0])), Options.defaults(), _ -> {}).count(Status.PASSED));
    }
}
