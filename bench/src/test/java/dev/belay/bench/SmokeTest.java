package dev.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bench.jmh.JmhRun;
import java.util.HashMap;
import java.util.List;
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
        "CallBenchmark.componentToComponent,,,",
        "CallBenchmark.componentToComponentText,,,",
        "CallBenchmark.componentToHost,,,",
        "CallBenchmark.componentToHostText,,,",
        "CallBenchmark.hostToComponent,,,",
        "CallBenchmark.hostToComponentText,,,",
        "CallBenchmark.noCalls,,,",
        "ValidateBenchmark.validate,bank,nordhaven,Rust",
        "ValidateBenchmark.validate,bank,terrano,Java",
        "InstanceBenchmark.instantiate,bank,terrano,Rust",
        "InstanceBenchmark.instantiateAndCall,bank,terrano,Java",
        "KernelBenchmark.run,kernel,fib,",
        "KernelBenchmark.run,kernel,json-scan,",
    })
    void runs(String benchmark, String parameter, String value, String harness) {
        var parameters = new HashMap<String, String>();
        if (parameter != null) {
            parameters.put(parameter, value);
        }
        if (harness != null) {
            parameters.put("harness", harness);
        }

        var sample = new JmhRun(JmhRun.Length.smoke(), List.of(), false).run(benchmark, parameters);

        assertThat(sample.median()).isPositive();
    }
}
