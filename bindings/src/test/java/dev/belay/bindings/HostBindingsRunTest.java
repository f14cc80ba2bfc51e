package dev.belay.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.wasmpay.platform.Validation;
import com.acme.wasmpay.platform.Validation.Bank;
import com.acme.wasmpay.platform.Validation.Transaction;
import com.acme.wasmpay.platform.Validation.ValidateResponse;
import dev.belay.component.wit.WitBinary;
import dev.belay.runtime.Component;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Linker;
import dev.belay.wit.resolve.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A generated interface, compiled with this test, bound to a component that a Java project became. */
class HostBindingsRunTest {
    private static final Path WASMPAY = Path.of("../examples/wasmpay");

    @Test
    void theInterfaceIsAsItIsGenerated() throws IOException {
        var world = WitBinary.load(WASMPAY.resolve("wit"), Features.all()).root().worlds().values().iterator().next();
        JavaFile file = HostBindings.of(world, "com.acme").getFirst();
        assertThat(Files.readString(Path.of("src/test/java").resolve(file.path()))).isEqualTo(file.text());
    }

    @Test
    void aGeneratedInterfaceCallsAComponent() throws IOException {
        Component component = Component.load(WASMPAY.resolve("validators/nordhaven/nordhaven.wasm"));
        try (Instance instance = new Linker().link(component).instantiate()) {
            Validation validation = instance.bind(Validation.class);
            assertThat(validation.validate(transaction("USD"))).isEqualTo(new ValidateResponse(true, Optional.empty()));
            assertThat(validation.validate(transaction("FRF")))
                    .isEqualTo(new ValidateResponse(false, Optional.of("Unsupported currency: FRF")));
            assertThat(java.lang.reflect.Proxy.isProxyClass(validation.getClass())).isFalse();
        }
    }

    @Test
    void anInterfaceWithoutItsNameIsRefused() throws IOException {
        Component component = Component.load(WASMPAY.resolve("validators/nordhaven/nordhaven.wasm"));
        try (Instance instance = new Linker().link(component).instantiate()) {
            assertThatThrownBy(() -> instance.bind(Runnable.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("@WitName");
        }
    }

    private static Transaction transaction(String currency) {
        var nordhaven = new Bank("1", "NH", "US", "USD", "Nordhaven");
        return new Transaction(nordhaven, new Bank("2", "IC", "GB", "GBP", "Icamer"), 1250, currency, "pending", "rent");
    }
}
