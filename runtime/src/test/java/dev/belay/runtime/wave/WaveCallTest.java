package dev.belay.runtime.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaveCallTest {
    private static final FunctionType ADD = new FunctionType(
            false,
            List.of(
                    new ValueType.Field("a", ValueType.U8),
                    new ValueType.Field("b", ValueType.U8),
                    new ValueType.Field("c", new ValueType.Option(ValueType.U8))),
            Optional.empty());

    @Test
    void readsNameAndArguments() {
        var call = WaveCall.parse("add(1, 2, some(3),)");
        assertThat(call.function()).isEqualTo("add");
        assertThat(call.interfaceName()).isEmpty();
        assertThat(call.arguments(ADD)).containsExactly(1, 2, Optional.of(3));
    }

    @Test
    void readsQualifiedNames() {
        var call = WaveCall.parse("wasi:cli/run@0.2.0#run()");
        assertThat(call.interfaceName()).contains("wasi:cli/run@0.2.0");
        assertThat(call.function()).isEqualTo("run");
    }

    @Test
    void letsOptionsAtTheEndBeLeftOut() {
        assertThat(WaveCall.parse("add(1, 2)").arguments(ADD)).containsExactly(1, 2, Optional.empty());
    }

    @Test
    void namesTheMissingParameter() {
        assertThatThrownBy(() -> WaveCall.parse("add(1)").arguments(ADD))
                .isInstanceOf(WaveException.class)
                .hasMessage("expected 3 arguments, found 1: 'b' is missing");
        assertThatThrownBy(() -> WaveCall.parse("add(1, 2, none, 4)").arguments(ADD))
                .hasMessage("expected 3 arguments, found more");
        assertThatThrownBy(() -> WaveCall.parse("add(1, 2) x").arguments(ADD))
                .hasMessage("expected nothing after the call, found 'x'");
    }

    @Test
    void needsParentheses() {
        assertThatThrownBy(() -> WaveCall.parse("add"))
                .isInstanceOf(WaveException.class)
                .hasMessage("expected '(' and the arguments after the function's name, such as add()");
    }
}
