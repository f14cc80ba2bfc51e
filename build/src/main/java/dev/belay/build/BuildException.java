package dev.belay.build;

/** A project that cannot be built: the message has everything there is to mend, with files and lines. */
public final class BuildException extends RuntimeException {
    public BuildException(String message) {
        super(message);
    }

    public BuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
