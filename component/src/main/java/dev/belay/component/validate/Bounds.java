package dev.belay.component.validate;

/** Bounds on what a component may ask of its validation. Honest components are far below all of them. */
final class Bounds {
    /** Components and types within each other. Everything that walks them does so by recursion. */
    static final int MAX_NESTING = 100;

    /** Constructors of a type within each other; values are lifted and lowered by recursion over them. */
    static final int MAX_TYPE_DEPTH = 100;

    /**
     * The size of a type written out in full, in constructors and names. Shared parts count each time, since most of what
     * handles types walks them as trees: twenty doublings in forty bytes would otherwise keep it busy for minutes. All of
     * {@code wasi:http}, to compare, has some 2,000.
     */
    static final int MAX_TYPE_SIZE = 100_000;

    /** Definitions in one index space. Each costs the file a byte or more, and memory some hundred times that. */
    static final int MAX_INDEX_SPACE = 1_000_000;

    /** The bytes that a value of a type may take in a 64-bit memory, by the specification: less than this. */
    static final long MAX_VALUE_SIZE = 1L << 28;

    /**
     * Parts of types visited to copy or to compare them, in one validation: well under a second's worth. A component of 12 MB
     * that imports all of WASI takes 2,000.
     */
    static final long MAX_EFFORT = 1_000_000;

    /** Parameters, and results, of a core function: the bound that core engines agree on. */
    static final int MAX_CORE_PARAMS = 1_000;

    /** Supertypes above a core type: the bound that core engines agree on. */
    static final int MAX_CORE_SUBTYPING_DEPTH = 63;

    private Bounds() {}
}
