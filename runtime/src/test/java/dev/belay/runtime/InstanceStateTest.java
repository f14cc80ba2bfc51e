package dev.belay.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class InstanceStateTest {
    @Test
    void whatWasGivenIsFoundByItsType() {
        var state = InstanceState.of(String.class, "a").with(Integer.class, 1);

        assertThat(state.find(String.class)).contains("a");
        assertThat(state.get(Integer.class)).isEqualTo(1);
        assertThat(state.find(Long.class)).isEmpty();
        assertThat(InstanceState.empty().find(Void.class)).isEmpty();
    }

    @Test
    void theLastOneOfATypeCountsAndTheOneBeforeIsLeftAsItWas() {
        var first = InstanceState.of(String.class, "a");
        var second = first.with(Integer.class, 1).with(String.class, "b");

        assertThat(second.get(String.class)).isEqualTo("b");
        assertThat(first.get(String.class)).isEqualTo("a");
        assertThat(first.find(Integer.class)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> InstanceState.empty().get(String.class))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("java.lang.String");
    }
}
