package dev.belay.guest.keyvalue;

import dev.belay.guest.wasi.keyvalue.Store;

/** A bucket cannot be opened, or could not do what it was asked for. */
public final class KeyValueException extends RuntimeException {
    private final Store.Error error;

    KeyValueException(String what, Store.Error error) {
        super(what + ": " + why(error));
        this.error = error;
    }

    public Store.Error error() {
        return error;
    }

    private static String why(Store.Error error) {
        return switch (error) {
            case Store.Error.NoSuchStore none -> "there is no such bucket";
            case Store.Error.AccessDenied denied -> "the host does not grant it";
            case Store.Error.Other other -> other.value();
        };
    }
}
