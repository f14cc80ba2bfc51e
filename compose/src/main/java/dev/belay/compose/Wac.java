package dev.belay.compose;

import dev.belay.component.type.ComponentType;
import dev.belay.compose.internal.wac.resolve.Evaluation;
import dev.belay.compose.internal.wac.syntax.WacParser;
import dev.belay.wit.error.Source;

/**
 * A composition written in WAC, the WebAssembly composition language:
 *
 * <pre>{@code
 * package example:app;
 * let store = new example:store { ... };
 * let app = new example:harness { store: store.store, ... };
 * export app...;
 * }</pre>
 */
public final class Wac {
    private final Evaluation evaluation;

    /** What becomes of the components that are instantiated. */
    public enum Components {
        /** They are part of the whole. */
        EMBEDDED,
        /** The whole imports them, each by the name of its package: {@code unlocked-dep=<a:b>}. */
        IMPORTED
    }

    private Wac(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Reads a composition and everything that it names, and checks all but whether the whole can stand alone.
     *
     * @throws dev.belay.wit.error.WitException if the text does not follow the grammar, or a name stands for nothing
     * @throws WacException if what it says cannot be done
     * @throws ComposeException if a component that it names is none
     * @throws dev.belay.wit.file.WitFileException if a package cannot be read
     */
    public static Wac read(Source source, Dependencies dependencies) {
        return new Wac(Evaluation.of(WacParser.parse(source), dependencies));
    }

    /**
     * @throws WacException if the whole cannot stand alone, or does not fit the world that the text says it does
     */
    public Composition compose() {
        return compose(Components.EMBEDDED);
    }

    /**
     * @throws WacException if the whole cannot stand alone, or does not fit the world that the text says it does
     */
    public Composition compose(Components kept) {
        try {
            Composition composition = Assembly.of(evaluation.graph(), kept);
            ComponentType type = composition.component().type();
            evaluation.check(kept == Components.EMBEDDED ? type : Assembly.withoutDependencies(type));
            return composition;
        } catch (ComposeException e) {
            throw evaluation.incompatible(e);
        }
    }

    /** Who gets what from whom, for people. */
    public Drawing drawing() {
        return new Drawing(evaluation.graph());
    }
}
