package dev.belay.runtime.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.runtime.Component;
import dev.belay.runtime.Instance;
import dev.belay.runtime.Linker;
import dev.belay.runtime.Trap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guests that lie to a class written for Java: each gets the trap that the interpreter of the canonical ABI has for it. */
class HostileExportsTest {
    /** What {@link HostileComponent} exports, in Java. */
    interface Lies {
        void take(String text);

        void takeAll(List<String> texts);

        String text();

        List<Long> numbers();

        List<String> texts();

        Optional<Long> maybe();

        int[] letters();
    }

    @Test
    void resultsPastTheMemoryAreTraps() {
        same(Trap.Kind.POINTER_OUT_OF_BOUNDS, HostileComponent.returning(0xfffc), "text");
        same(Trap.Kind.POINTER_OUT_OF_BOUNDS, HostileComponent.returning(-4), "text");
        same(Trap.Kind.UNALIGNED_POINTER, HostileComponent.returning(2), "text");
    }

    @Test
    void stringsPastTheMemoryAndOfOtherBytesAreTraps() {
        same(Trap.Kind.STRING_OUT_OF_BOUNDS, HostileComponent.returning(0).with(0, 0xfff8, 9), "text");
        same(Trap.Kind.STRING_OUT_OF_BOUNDS, HostileComponent.returning(0).with(0, -1, 1), "text");
        same(Trap.Kind.STRING_TOO_LONG, HostileComponent.returning(0).with(0, 0, -1), "text");
        for (int bytes : new int[] {0xff, 0x80, 0xc0, 0xc1af, 0x80a0ed, 0x9080f4, 0x8080e0, 0x80e2, 0xc3}) {
            int length = (39 - Integer.numberOfLeadingZeros(bytes)) / 8;
            same(Trap.Kind.INVALID_UTF8, HostileComponent.returning(0).with(0, 8, length).with(8, bytes), "text");
        }
    }

    @Test
    void listsPastTheMemoryAreTraps() {
        same(Trap.Kind.LIST_OUT_OF_BOUNDS, HostileComponent.returning(0).with(0, 0xfffc, 2), "numbers");
        same(Trap.Kind.LIST_TOO_LONG, HostileComponent.returning(0).with(0, 0, 0x4000_0000), "numbers");
        same(Trap.Kind.LIST_TOO_LONG, HostileComponent.returning(0).with(0, 0, -1), "texts");
        same(Trap.Kind.UNALIGNED_POINTER, HostileComponent.returning(0).with(0, 6, 1), "numbers");
        same(Trap.Kind.STRING_OUT_OF_BOUNDS, HostileComponent.returning(0).with(0, 8, 1).with(8, 0, 0x10001), "texts");
    }

    @Test
    void casesAndCharactersThatThereAreNotAreTraps() {
        same(Trap.Kind.INVALID_DISCRIMINANT, HostileComponent.returning(0).with(0, 2, 0), "maybe");
        same(Trap.Kind.INVALID_CHAR, HostileComponent.returning(0).with(0, 8, 1).with(8, 0xd800), "letters");
        same(Trap.Kind.INVALID_CHAR, HostileComponent.returning(0).with(0, 8, 1).with(8, 0x110000), "letters");
    }

    @Test
    void placesThatReallocMakesUpAreTraps() {
        same(Trap.Kind.REALLOC_RESULT, HostileComponent.returning(0).allocating(0xfffe), "take");
        same(Trap.Kind.REALLOC_RESULT, HostileComponent.returning(0).allocating(-8), "take");
        same(Trap.Kind.REALLOC_UNALIGNED, HostileComponent.returning(0).allocating(6), "takeAll");
    }

    private static void same(Trap.Kind kind, HostileComponent guest, String method) {
        Component component = Component.of(guest.build());
        Instance one = new Linker().link(component).instantiate();
        Lies written = one.bind(HostileComponent.NAME, Lies.class);
        assertThat(java.lang.reflect.Proxy.isProxyClass(written.getClass())).isFalse();
        assertThat(trap(() -> call(written, method))).as(method).isEqualTo(kind);
        assertThat(trap(() -> call(written, method))).isEqualTo(Trap.Kind.POISONED);
        Instance other = new Linker().link(component).instantiate();
        Object[] args =
                switch (method) {
                    case "take" -> new Object[] {"four"};
                    case "takeAll" -> new Object[] {List.of("four")};
                    default -> new Object[0];
                };
        assertThat(trap(() -> other.function(HostileComponent.NAME, method.equals("takeAll") ? "take-all" : method)
                        .orElseThrow()
                        .call(args)))
                .isEqualTo(kind);
    }

    private static void call(Lies lies, String method) {
        switch (method) {
            case "take" -> lies.take("four");
            case "takeAll" -> lies.takeAll(List.of("four"));
            case "text" -> lies.text();
            case "numbers" -> lies.numbers();
            case "texts" -> lies.texts();
            case "maybe" -> lies.maybe();
            case "letters" -> lies.letters();
            default -> throw new AssertionError(method);
        }
    }

    private static Trap.Kind trap(Runnable call) {
        return catchThrowableOfType(Trap.class, call::run).kind();
    }
}
