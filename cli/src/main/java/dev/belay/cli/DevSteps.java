package dev.belay.cli;

import dev.belay.cli.dev.Step;
import dev.belay.cli.dev.StepException;
import java.util.function.Supplier;

/** What the commands' parts say when something is wrong, as what is wrong with a change. */
final class DevSteps {
    private DevSteps() {}

    /** @throws StepException with the words that a command would have ended with */
    static <T> T at(Step step, Supplier<T> doing) throws StepException {
        try {
            return doing.get();
        } catch (RuntimeException | VirtualMachineError e) {
            throw new StepException(step, ErrorReport.text(e));
        }
    }
}
