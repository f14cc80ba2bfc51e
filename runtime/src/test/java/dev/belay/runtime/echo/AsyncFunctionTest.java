package dev.belay.runtime.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import org.junit.jupiter.api.Test;

class AsyncFunctionTest {
    @Test
    void componentsWithAsyncFunctionsLoadAndLinkAndTellOnlyWhenOneIsCalled() {
        var component = Component.of(EchoComponent.ofAsync(ValueType.U32, StringEncoding.UTF8));
        try (var instance = new Linker().link(component).instantiate(InstanceState.empty(), Limits.defaults())) {
            var echo = instance.function("echo").orElseThrow();
            assertThat(echo.type().async()).isTrue();
            assertThatThrownBy(() -> echo.call(1L))
                    .isInstanceOf(Trap.class)
                    .hasMessage("async component functions are not supported yet");
        }
    }
}
