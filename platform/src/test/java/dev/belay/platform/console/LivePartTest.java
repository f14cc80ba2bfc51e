package dev.belay.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.admin.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivePartTest {
    private static LivePart of(Messages.Use use) {
        var status = new Messages.ApplicationStatus(
                "shop", "serving", "", "0123456789ab", "shop.wasm", "", List.of(), List.of(), 7, 0, 0, 0, 0.001, 0.01, 0, use);
        return LivePart.of(status, List.of(), Sample.NOTHING);
    }

    @Test
    void memoryAndFuelAreShownWithTheirLimits() {
        var part = of(new Messages.Use(
                3 << 20, 1_507_328, 64 << 20, Optional.of(new Messages.FuelUse(5_000, 1_201, 100_000)), 2));

        assertThat(part.memory()).isEqualTo("3 MiB now, 1.4 MiB of 64 MiB at most");
        assertThat(part.fuel()).contains("2 % at most");
    }

    @Test
    void fuelIsNotShownWhereItIsNotCounted() {
        var part = of(new Messages.Use(0, 128 << 10, 64 << 20, Optional.empty(), 0));

        assertThat(part.memory()).isEqualTo("0 KiB now, 128 KiB of 64 MiB at most");
        assertThat(part.fuel()).isEmpty();
    }
}
