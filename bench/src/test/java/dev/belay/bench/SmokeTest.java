package dev.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bench.jmh.JmhRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every benchmark runs, for a moment and in this JVM: what it measures then means nothing. */
class SmokeTest {
    @BeforeAll
    static void letOthersMeasure() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "CallBenchmark.componentToComponent,,",
        "CallBenchmark.componentToComponentText,,",
        "CallBenchmark.componentToHost,,",
        "CallBenchmark.componentToHostText,,",
        "CallBenchmark.hostToComponent,,",
        "CallBenchmark.hostToComponentText,,",
        "CallBenchmark.noCalls,,",
        "ValidateBenchmark.validate,bank,nordhaven",
        "ValidateBenchmark.validate,bank,terrano",
        "InstanceBenchmark.instantiate,bank,terrano",
        "InstanceBenchmark.instantiateAndCall,bank,terrano",
        "KernelBenchmark.run,kernel,fib",
        "KernelBenchmark.run,kernel,json-scan",
    })
    void runs(String benchmark, String parameter, String value) {
        Map<String, String> parameters = parameter == null ? Map.of() : Map.of(parameter, value);

        var sample = new JmhRun(JmhRun.Length.smoke(), List.of(), false).run(benchmark, parameters);

        assertThat(sample.median()).isPositive();
    }
}
