package dev.belay.component.model;

/** A new index for something that exists elsewhere. */
public sealed interface Alias {
    Sort sort();

    /** Export {@code name} of component instance {@code instance}. */
    record Export(Sort sort, int instance, String name) implements Alias {}

    /** Export {@code name} of core instance {@code instance}; {@code sort} is a core sort. */
    record CoreExport(Sort sort, int instance, String name) implements Alias {}

    /** Definition {@code index} of the scope {@code count} levels out (0 is this one). */
    record Outer(Sort sort, int count, int index) implements Alias {}
}
