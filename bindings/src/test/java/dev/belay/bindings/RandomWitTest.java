package dev.belay.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.wit.resolve.WitWorld;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever types there are, what is generated compiles: many at a time, since Java's compiler takes long to begin. */
class RandomWitTest {
    private static final long SEED = 20261125;

    @Test
    void bindingsOfRandomWitCompile() {
        WitWorld its = RandomWit.world(SEED);
        assertThat(Compiled.errors(GuestBindings.of(its, "", Map.of()).api())).isEmpty();
        assertThat(Compiled.errors(HostBindings.of(its, ""))).isEmpty();
    }
}
