package dev.belay.runtime.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.RuntimeResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HandleTableTest {
    private final RuntimeResource file = RuntimeResource.ofHost("file", _ -> {});
    private final RuntimeResource socket = RuntimeResource.ofHost("socket", _ -> {});
    private final HandleTable table = new HandleTable(3);

    @Test
    void indicesStartAtOneAndFreeOnesAreUsedAgain() {
        assertThat(table.add(Handle.own(file, "a"))).isEqualTo(1);
        assertThat(table.add(Handle.own(file, "b"))).isEqualTo(2);
        assertThat(table.remove(1, file).representation()).isEqualTo("a");
        assertThat(table.add(Handle.own(socket, "c"))).isEqualTo(1);
        assertThat(table.all()).extracting(Handle::representation).containsExactly("c", "b");
    }

    @Test
    void whatIsNotThereIsATrap() {
        table.add(Handle.own(file, "a"));
        table.remove(1, file);
        for (int index : new int[] {0, 1, 2, -1, Integer.MIN_VALUE}) {
            assertTrap(Trap.Kind.UNKNOWN_HANDLE, "unknown handle index: " + Integer.toUnsignedString(index), () ->
                    table.get(index, file));
        }
        assertTrap(Trap.Kind.UNKNOWN_HANDLE, "unknown handle index: 1", () -> table.remove(1, file));
    }

    @Test
    void anotherResourceTypeIsATrapThatNamesBoth() {
        table.add(Handle.own(file, "a"));
        assertTrap(
                Trap.Kind.HANDLE_TYPE,
                "handle index used with the wrong type: expected socket, found file",
                () -> table.get(1, socket));
        assertThat(table.get(1, file).representation()).isEqualTo("a");
    }

    @Test
    void moreHandlesThanTheLimitAreATrap() {
        for (int i = 0; i < 3; i++) {
            table.add(Handle.own(file, i));
        }
        assertTrap(Trap.Kind.TOO_MANY_HANDLES, "too many handles: the limit is 3", () -> table.add(Handle.own(file, 3)));
        table.remove(2, file);
        assertThat(table.add(Handle.own(file, 4))).isEqualTo(2);
    }

    @Test
    void aScopeHoldsWhatWasBorrowedInItAndGivesBackWhatWasLent() {
        var scope = new CallScope();
        var owned = Handle.own(file, "a");
        scope.lend(owned);
        scope.lend(owned);
        assertThat(owned.isLent()).isTrue();
        var borrowed = Handle.borrowed(file, "a", scope);
        assertThat(borrowed.isOwn()).isFalse();
        assertThat(scope.holdsBorrows()).isTrue();
        borrowed.endBorrow();
        assertThat(scope.holdsBorrows()).isFalse();
        scope.end();
        assertThat(owned.isLent()).isFalse();
    }

    private static void assertTrap(Trap.Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Trap.class).hasMessage(message).satisfies(e ->
                assertThat(((Trap) e).kind()).isEqualTo(kind));
    }
}
