package dev.belay.cli.dev;

import dev.belay.host.http.Destination;
import dev.belay.host.http.Router;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds a component, has requests answered with it, and does so again whenever something of it changes. One thread does all of
 * it in turn, so that there is never more than one build; what changes meanwhile is seen after it, and makes one more.
 */
public final class Development implements AutoCloseable {
    private final Settings settings;
    private final Recipe recipe;
    private final Assembly assembly;
    private final Consumer<DevEvent> events;
    private final SourceTree tree;
    private final Watch watch;
    private final Workbench workbench;
    private final Front front = new Front();
    private final Thread thread = Thread.ofPlatform().name("dev-watch").daemon().unstarted(this::run);
    private final Set<Path> parts;
    private Optional<byte[]> component = Optional.empty();
    private Optional<Good> good = Optional.empty();
    private int revisions;

    /**
     * @param watched files and directories, besides those that the component is made of
     * @param ignored names of files and directories that are not watched
     * @param keepServing whether the last revision that was good answers while something is to be mended
     * @param longest how long a build may take
     */
    public record Settings(List<Path> watched, Set<String> ignored, boolean keepServing, Duration longest) {
        public Settings {
            watched = List.copyOf(watched);
            ignored = Set.copyOf(ignored);
        }
    }

    /** What answered last when all was well. */
    private record Good(byte[] composed, Destination destination, int revision) {}

    /** @param events are told on one thread, one after the other */
    public Development(Recipe recipe, Assembly assembly, Settings settings, Consumer<DevEvent> events) {
        this.settings = settings;
        this.recipe = recipe;
        this.assembly = assembly;
        this.events = events;
        List<Path> all = Stream.of(recipe.inputs(), assembly.parts(), settings.watched()).flatMap(List::stream).toList();
        this.tree = new SourceTree(all, recipe.outputs(), settings.ignored());
        this.parts = Set.copyOf(assembly.parts().stream().map(SourceTree::plain).toList());
        this.watch = Watch.on(tree);
        this.workbench = new Workbench(recipe, settings.longest());
    }

    /** Who answers requests, at each moment. */
    public Router router() {
        return front;
    }

    /** Begins, and returns. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            Snapshot seen = watch.look(Snapshot.empty());
            if (seen.files().size() > SourceTree.MAX_FILES) {
                events.accept(new DevEvent.Note("there are more than " + SourceTree.MAX_FILES
                        + " files: some are not watched; leave out directories with --ignore"));
            }
            update(true);
            for (;;) {
                Snapshot now = watch.awaitChange(seen);
                List<Path> changed = now.changesSince(seen);
                seen = now;
                events.accept(new DevEvent.Changed(changed));
                update(!parts.containsAll(changed));
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            // It is over.
        }
    }

    private void update(boolean build) throws InterruptedException {
        long start = System.nanoTime();
        try {
            byte[] made = build || component.isEmpty() ? build(start) : component.get();
            byte[] composed = assembly.compose(made);
            boolean again = good.filter(its -> Arrays.equals(its.composed(), composed)).isPresent();
            if (!again) {
                Destination destination = assembly.start(composed);
                good = Optional.of(new Good(composed, destination, ++revisions));
            }
            front.send(good.orElseThrow().destination());
            events.accept(new DevEvent.Serving(revisions, again));
        } catch (StepException e) {
            boolean served = settings.keepServing() && good.isPresent();
            if (!served) {
                front.send(new ErrorAnswer(e));
            }
            events.accept(new DevEvent.Failed(e.step(), e.text(), since(start), served));
        }
    }

    private byte[] build(long start) throws StepException, InterruptedException {
        events.accept(new DevEvent.Building());
        component = Optional.empty();
        Recipe.Built built = workbench.build();
        component = Optional.of(built.component());
        events.accept(new DevEvent.Built(since(start), built.component().length, built.output()));
        return built.component();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Ends watching, and a build that is under way. What answers is left as it is. */
    @Override
    public void close() {
        watch.close();
        workbench.close();
        thread.interrupt();
    }
}
