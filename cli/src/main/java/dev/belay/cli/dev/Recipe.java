package dev.belay.cli.dev;

import java.nio.file.Path;
import java.util.List;

/** How sources become a component. */
public interface Recipe {
    /** Files and directories that the component is made of. */
    List<Path> inputs();

    /** What a build writes: no reason for another, wherever it lies. */
    List<Path> outputs();

    /**
     * Makes the component. Called on one thread at a time.
     *
     * @throws StepException if there is something to mend
     * @throws InterruptedException if it was interrupted, as a build is that takes too long: nothing it began goes on
     */
    Built build() throws StepException, InterruptedException;

    /**
     * @param output what the build said, of which there may be nothing
     */
    record Built(byte[] component, String output) {}
}
