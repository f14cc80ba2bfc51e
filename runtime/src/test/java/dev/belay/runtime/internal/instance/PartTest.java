package dev.belay.runtime.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who may call whom: an outer component with two siblings in it. */
class PartTest {
    private final Part outer = new Part(0, Optional.empty(), 10);
    private final Part left = new Part(1, Optional.of(outer), 10);
    private final Part right = new Part(2, Optional.of(outer), 10);

    @Test
    void aPartThatIsEnteredIsNotEnteredAgain() {
        left.enterFrom(Optional.empty());
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> left.enterFrom(Optional.empty()));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> left.enterFrom(Optional.of(right)));
        left.leaveTo(Optional.empty());
        left.enterFrom(Optional.empty());
    }

    @Test
    void enteringAPartEntersThoseAroundIt() {
        left.enterFrom(Optional.empty());
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> right.enterFrom(Optional.empty()));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> outer.enterFrom(Optional.empty()));
    }

    @Test
    void siblingsCallEachOtherWithinWhatIsAroundThem() {
        left.enterFrom(Optional.empty());
        right.enterFrom(Optional.of(left));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> left.enterFrom(Optional.of(right)));
        right.leaveTo(Optional.of(left));
        right.enterFrom(Optional.of(left));
    }

    @Test
    void aFailedEntryLeavesNothingEntered() {
        right.enterFrom(Optional.of(outer));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> right.enterFrom(Optional.of(left)));
        right.leaveTo(Optional.of(outer));
        right.enterFrom(Optional.of(left));
    }

    @Test
    void callsToWhatIsAroundOrWithinAreRefused() {
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> left.requireNoKin(Optional.of(outer)));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> outer.requireNoKin(Optional.of(left)));
        assertTrap(Trap.Kind.CANNOT_ENTER, () -> left.requireNoKin(Optional.of(left)));
        left.requireNoKin(Optional.of(right));
        left.requireNoKin(Optional.empty());
    }

    @Test
    void codeThatMayNotLeaveCannotCallOut() {
        int result = left.withoutLeaving(() -> {
            assertTrap(Trap.Kind.CANNOT_LEAVE, left::requireMayLeave);
            right.requireMayLeave();
            return 7;
        });
        assertThat(result).isEqualTo(7);
        left.requireMayLeave();
    }

    private static void assertTrap(Trap.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Trap.class).satisfies(e -> assertThat(((Trap) e).kind()).isEqualTo(kind));
    }
}
