package dev.belay.runtime.internal.endive;

/** Modules of one exported function that gives a number. */
final class TinyModule {
    static final String EXPORT = "f";

    private TinyModule() {}

    /**
     * @param value from 0 to 63, so that it is a byte of its own
     */
    static byte[] giving(int value) {
        return new byte[] {
            0, 'a', 's', 'm', 1, 0, 0, 0,
            1, 5, 1, 0x60, 0, 1, 0x7f, // type: () -> i32
            3, 2, 1, 0, // function 0 is of type 0
            7, 5, 1, 1, 'f', 0, 0, // export
            10, 6, 1, 4, 0, 0x41, (byte) value, 0x0b // i32.const value
        };
    }
}
