package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentCostTest {
    private static final Path BANK = Path.of("../examples/wasmpay/validators/terrano/terrano.wasm");

    @TempDir
    Path cache;

    @Test
    void isTheSameWhateverIsCompiledOrKept() throws IOException {
        ComponentCost fresh = cost(EngineSettings.defaults());
        assertThat(fresh.compiled()).isPositive();
        assertThat(fresh.classBytes()).isPositive();
        var kept = EngineSettings.defaults().withCompilation(Compilation.EAGER).withCache(cache);
        assertThat(cost(kept)).isEqualTo(fresh);
        assertThat(cost(kept)).isEqualTo(fresh);
    }

    @Test
    void isInterpretedAllWhereNothingIsCompiled() throws IOException {
        ComponentCost cost = cost(EngineSettings.defaults().withCompilation(Compilation.OFF));
        assertThat(cost.interpreted()).isPositive().isEqualTo(cost.functions());
        assertThat(cost.classBytes()).isZero();
    }

    private static ComponentCost cost(EngineSettings settings) throws IOException {
        return Engine.of(settings).load(BANK).cost();
    }
}
