package dev.belay.runtime;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.internal.endive.EndiveEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Components that go to their limits. Each is loaded anew, so that nothing of it is compiled. */
final class LimitGuests {
    private LimitGuests() {}

    static LinkedComponent load(String name, boolean compiled) {
        var engine = compiled ? EndiveEngine.compiling(Optional.empty(), false) : EndiveEngine.interpreting();
        return linker().link(Component.of(ComponentDecoder.decode(bytes(name)), engine, true));
    }

    private static Linker linker() {
        var number = Optional.<ValueType>of(ValueType.U32);
        var type = new FunctionType(false, List.of(new ValueType.Field("n", ValueType.U32)), number);
        return new Linker().define("host", type, (_, args) -> args[0]);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = LimitGuests.class.getResourceAsStream("limits/" + name + ".wasm")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a function of numbers. */
    static Optional<Object> call(Instance instance, String function, Integer... numbers) {
        Object[] args = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            args[i] = Integer.toUnsignedLong(numbers[i]);
        }
        return instance.function(function).orElseThrow().call(args);
    }
}
