package dev.belay.guest;

/** What stands for nothing: the value of a {@code result} whose side has no type. */
public enum Unit {
    UNIT
}
