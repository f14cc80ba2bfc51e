package dev.belay.conformance;

/** A directive cannot be judged here; the message is the reason. */
final class Skip extends RuntimeException {
    /** Needs the text format's parser. */
    static final String TEXT = "text";
    /** Needs the asynchronous part of the component model to run. */
    static final String ASYNC = "async";
    /** Needs a feature that the run was told to leave out. */
    static final String FEATURE = "feature ";

    Skip(String reason) {
        super(reason);
    }
}
