package dev.belay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.conformance.Outcome.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asynchronous code does not run yet: it says so, and crashes nothing. */
class AsyncTest {
    @ParameterizedTest
    @ValueSource(strings = {"component-model", "wasm-tools-component-model"})
    void asynchronousDirectivesFailWithoutACrash(String suite) {
        var report = Suites.run(List.of(Shared.suite(suite)), new Options(true, Set.of()), _ -> {});
        assertThat(report.with(Status.FAILED)).extracting(Outcome::toString).noneMatch(o -> o.contains("Belay failed"));
        assertThat(report.with(Status.FAILED).stream()
                        .filter(o -> o.detail().contains("async component functions are not supported yet")))
                .as("that say why")
                .hasSizeGreaterThan(suite.equals("component-model") ? 50 : -1);
    }
}
