package dev.belay.cli.dev;

import dev.belay.host.http.Destination;
import java.nio.file.Path;
import java.util.List;

/** Puts a component where it runs. */
public interface Assembly {
    /** Files that it is put together with, such as a harness: a change of these needs no build. */
    List<Path> parts();

    /**
     * @throws StepException if the parts do not fit
     */
    byte[] compose(byte[] component) throws StepException;

    /**
     * Makes it ready for requests.
     *
     * @throws StepException if it cannot be
     */
    Destination start(byte[] composed) throws StepException;
}
