package dev.belay.runtime.internal.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.model.Bytes;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreModule;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances of one module share what does not change, and nothing else. */
class InstanceMakerTest {
    private static final String COPY = "i";
    private static final String DROP = "d";
    private static final String BY_TABLE = "t";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void segmentsThatOneInstanceDropsAreStillThereInOthers(boolean compiled) {
        CoreModule module = load(compiled, 0);
        CoreInstance one = instantiate(module);
        CoreInstance other = instantiate(module);

        call(one, DROP);

        assertThatThrownBy(() -> call(one, COPY))
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.MEMORY_OUT_OF_BOUNDS));
        assertThat(call(other, COPY)).isEqualTo('x');
        assertThat(call(instantiate(module), COPY)).isEqualTo('x');
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableHasTheFunctionsOfItsOwnInstance(boolean compiled) {
        CoreModule module = load(compiled, 0);
        CoreInstance one = instantiate(module);
        CoreInstance other = instantiate(module);

        call(one, DROP);

        assertThat(call(other, BY_TABLE)).isEqualTo('x');
        assertThatThrownBy(() -> call(one, BY_TABLE)).isInstanceOf(Trap.class);
    }

    @ParameterizedTest
    @ValueSource(bytes = {1, 0x3f, 0x7f}) // 1, 63, -1
    void anElementBeyondTheTableIsATrap(byte at) {
        CoreModule module = load(true, at);

        assertThatThrownBy(() -> instantiate(module))
                .isInstanceOfSatisfying(
                        Trap.class, trap -> assertThat(trap.kind()).isEqualTo(Trap.Kind.TABLE_OUT_OF_BOUNDS));
    }

    private static CoreModule load(boolean compiled, int at) {
        EndiveEngine engine =
                compiled ? EndiveEngine.compiling(Optional.empty(), false) : EndiveEngine.interpreting();
        return engine.load(Bytes.of(module(at)));
    }

    private static CoreInstance instantiate(CoreModule module) {
        return module.instantiate((_, _) -> Optional.empty(), new CoreBudget(Limits.defaults()));
    }

    private static long call(CoreInstance instance, String function) {
        return ((EndiveInstance.Function) instance.export(function).orElseThrow()).call()[0];
    }

    /** @param at where the first function goes in a table of one element: a signed LEB128 of one byte */
    private static byte[] module(int at) {
        return new byte[] {
            0, 'a', 's', 'm', 1, 0, 0, 0,
            1, 5, 1, 0x60, 0, 1, 0x7f, // type: () -> i32
            3, 4, 3, 0, 0, 0, // three functions
            4, 4, 1, 0x70, 0, 1, // table
            5, 3, 1, 0, 1, // memory
            7, 13, 3, 1, 'i', 0, 0, 1, 'd', 0, 1, 1, 't', 0, 2, // exports
            9, 7, 1, 0, 0x41, (byte) at, 0x0b, 1, 0, // active element segment
            12, 1, 1, // one data segment
            10, 35, 3,
            17, 0, 0x41, 0, 0x41, 0, 0x41, 1, (byte) 0xfc, 8, 0, 0, // memory.init
            0x41, 0, 0x2d, 0, 0, 0x0b, // i32.load8_u
            7, 0, (byte) 0xfc, 9, 0, 0x41, 0, 0x0b, // data.drop
            7, 0, 0x41, 0, 0x11, 0, 0, 0x0b, // call_indirect
            11, 4, 1, 1, 1, 'x' // passive
        };
    }
}
