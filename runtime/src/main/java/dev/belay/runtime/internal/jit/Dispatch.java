package dev.belay.runtime.internal.jit;

/**
 * How functions are called that are found when they are called.
 *
 * @param typeIndex the type that they are called by
 * @param table the table that they are in, or {@link #REFERENCE}
 * @param tail whether their tail calls may be left to the caller
 */
record Dispatch(int typeIndex, int table, boolean tail) {
    /** Not by a table. */
    static final int REFERENCE = -1;

    private static final String BY_REFERENCE = "r";
    private static final String TAIL = "t";

    boolean byTable() {
        return table != REFERENCE;
    }

    /** A part of a class's name. */
    String text() {
        return typeIndex + "_" + (byTable() ? Integer.toString(table) : BY_REFERENCE) + (tail ? "_" + TAIL : "");
    }

    static Dispatch parse(String text) {
        String[] parts = text.split("_");
        int table = parts[1].equals(BY_REFERENCE) ? REFERENCE : Integer.parseInt(parts[1]);
        return new Dispatch(Integer.parseInt(parts[0]), table, parts.length > 2);
    }
}
