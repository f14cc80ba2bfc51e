package dev.belay.compose.internal.graph;

import dev.belay.component.type.Mismatch;

/** An argument does not fit the import that it is given for. */
public final class MisfitException extends RuntimeException {
    private final String importName;
    private final transient Mismatch mismatch;

    MisfitException(String importName, Mismatch mismatch) {
        super(mismatch.toString());
        this.importName = importName;
        this.mismatch = mismatch;
    }

    public String importName() {
        return importName;
    }

    /** The first of the differences. */
    public Mismatch mismatch() {
        return mismatch;
    }
}
