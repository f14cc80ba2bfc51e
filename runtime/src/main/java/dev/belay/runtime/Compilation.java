package dev.belay.runtime;

/** When core code is compiled for the JVM. */
public enum Compilation {
    /** All of it, when a component is loaded. */
    EAGER,
    /**
     * Each class of some dozens of functions when the first of them is called, so that the first call is answered at once. With
     * a cache, the rest is compiled in the background, by one thread, and kept there for the next start.
     */
    LAZY,
    /** Not at all: everything is interpreted, some hundred times slower. */
    OFF
}
