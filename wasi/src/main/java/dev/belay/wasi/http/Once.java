package dev.belay.wasi.http;

import java.util.Optional;

/** Something that can be had one time only, as many things of {@code wasi:http} can. */
final class Once<T> {
    private Optional<T> held;

    Once(T held) {
        this.held = Optional.of(held);
    }

    Optional<T> take() {
        Optional<T> taken = held;
        held = Optional.empty();
        return taken;
    }

    boolean isTaken() {
        return held.isEmpty();
    }
}
