package dev.belay.cli.dev;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where builds are made: one at a time, each for so long. */
final class Workbench implements AutoCloseable {
    /** Compilers call themselves deeply. */
    private static final long STACK_BYTES = 16 << 20;

    private final Recipe recipe;
    private final Duration most;
    private final ExecutorService one = Executors.newSingleThreadExecutor(task ->
            Thread.ofPlatform().name("dev-build").daemon().stackSize(STACK_BYTES).unstarted(task));

    Workbench(Recipe recipe, Duration most) {
        this.recipe = recipe;
        this.most = most;
    }

    /** A build that does not end when it is told to holds up the next, which then fails for the same reason. */
    Recipe.Built build() throws StepException, InterruptedException {
        Future<Recipe.Built> result = one.submit(recipe::build);
        try {
            return result.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new StepException(Step.BUILD, "expected an end within " + most.toSeconds()
                    + " s, found none: give it longer with --build-timeout");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StepException known) {
                throw known;
            }
            throw new IllegalStateException("a build failed: " + e.getCause(), e);
        } finally {
            result.cancel(true);
        }
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
