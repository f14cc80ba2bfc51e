package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import dev.belay.component.validate.ValidComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A component whose rules were checked before, and the code of its modules not. */
class CheckedModulesTest {
    /** One function without parameters; its body is what is given. */
    private static Bytes module(int... body) {
        byte[] head = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, (byte) (body.length + 3), 1,
            (byte) (body.length + 1), 0};
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        for (int i = 0; i < body.length; i++) {
            all[head.length + i] = (byte) body[i];
        }
        return Bytes.of(all);
    }

    private static final Bytes GOOD = module(0x01, 0x0b);
    /** Adds two numbers where there are none. */
    private static final Bytes BAD = module(0x6a, 0x1a, 0x0b);

    private static ComponentBinary with(Section section) {
        return ComponentBinary.of(List.of(At.nowhere(section)));
    }

    private static ValidComponent holding(Bytes module) {
        ComponentBinary within = with(new Section.CoreModule(module));
        return ValidComponent.of(with(new Section.Component(within)), List.of());
    }

    @Test
    void codeThatBreaksARuleIsRefusedEvenIfNothingRunsIt() {
        Engine engine = Engine.of(EngineSettings.defaults());
        assertThatThrownBy(() -> engine.load(holding(BAD)))
                .isInstanceOf(InvalidComponentException.class)
                .hasMessageContaining("invalid core module");
        // Not only the first time.
        assertThatThrownBy(() -> engine.load(holding(BAD))).isInstanceOf(InvalidComponentException.class);
    }

    @Test
    void codeThatBreaksNoneIsLoaded() {
        assertThat(Engine.of(EngineSettings.defaults()).load(holding(GOOD)).type().exports()).isEmpty();
    }
}
