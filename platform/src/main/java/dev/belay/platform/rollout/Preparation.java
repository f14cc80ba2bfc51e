package dev.belay.platform.rollout;

import dev.belay.platform.fit.Fitted;
import dev.belay.platform.fit.Loader;
import dev.belay.platform.fit.MisfitException;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.observe.StepTimes;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Probe;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.serve.Serving;
import dev.belay.platform.serve.StartException;
import dev.belay.platform.serve.Surroundings;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes, loads, warms and checks what is to serve: all that can fail, before anything is moved. */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Loader loader;
    private final Surroundings around;
    private final ExecutorService workers;
    private final StepTimes times;

    Preparation(Loader loader, Surroundings around, ExecutorService workers, StepTimes times) {
        this.loader = loader;
        this.around = around;
        this.workers = workers;
        this.times = times;
    }

    /**
     * What came of it.
     *
     * @param failures why, by application
     */
    record Result(Map<String, Prepared> prepared, Map<String, String> failures) {}

    /**
     * @param running what serves now: revisions that stay are not made again
     * @param progress is told of each that is prepared, or cannot be
     */
    Result prepare(Collection<ApplicationState> states, Map<String, Application> running, Progress progress) {
        var prepared = new ConcurrentHashMap<String, Prepared>();
        var failures = new ConcurrentHashMap<String, String>();
        List<Future<?>> all = new ArrayList<>();
        for (ApplicationState state : states) {
            String name = state.spec().name();
            all.add(workers.submit(() -> {
                try {
                    prepared.put(name, prepare(state, Optional.ofNullable(running.get(name))));
                } catch (MisfitException | StartException | StoreException e) {
                    failures.put(name, String.valueOf(e.getMessage()));
                } catch (RuntimeException | Error e) {
                    LOG.error("preparing {} failed", name, e);
                    failures.put(name, "the host failed: " + e);
                } finally {
                    progress.oneMore();
                }
            }));
        }
        try {
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            all.forEach(each -> each.cancel(true));
            Thread.currentThread().interrupt();
            throw new RefusedException("the host stops");
        }
        return new Result(prepared, new TreeMap<>(failures));
    }

    private Prepared prepare(ApplicationState state, Optional<Application> running) {
        Revision current = revision(state, state.spec().revision(), running, true);
        var kept = new ArrayList<Revision>();
        for (RevisionSpec previous : state.previous()) {
            earlier(state, previous, running).ifPresent(kept::add);
        }
        Map<String, Integer> weights = kept.size() == state.previous().size() ? state.weights() : Map.of();
        return new Prepared(state, Serving.of(state.spec(), current, kept, weights));
    }

    /** One that cannot be had any more does not keep the current one from serving. */
    private Optional<Revision> earlier(ApplicationState state, RevisionSpec spec, Optional<Application> running) {
        try {
            return Optional.of(revision(state, spec, running, state.weights().containsKey(spec.id())));
        } catch (MisfitException | StartException | StoreException e) {
            LOG.warn("{}: revision {} is not kept: {}", state.spec().name(), spec.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private Revision revision(ApplicationState state, RevisionSpec spec, Optional<Application> running, boolean check) {
        Optional<Revision> there = running.stream()
                .flatMap(its -> Stream.concat(Stream.of(its.serving().current()), its.serving().kept().stream()))
                .filter(its -> its.spec().equals(spec))
                .findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        Fitted fitted = loader.load(spec);
        Revision revision = Revision.of(state.spec().name(), spec, fitted, around);
        if (check) {
            requireTriggers(state, revision);
            times.time(StepTimes.Step.WARM, () -> checked(revision));
        }
        return revision;
    }

    private static Revision checked(Revision revision) {
        Probe.check(revision);
        return revision;
    }

    private static void requireTriggers(ApplicationState state, Revision revision) {
        if (!state.spec().triggers().http().isEmpty() && !revision.answersRequests()) {
            throw new MisfitException("has an http trigger, but nothing in it exports wasi:http/incoming-handler@0.2");
        }
        boolean needsRequests = state.spec().triggers().schedules().stream().anyMatch(its -> its.path().isPresent());
        boolean needsMessages = state.spec().triggers().schedules().stream().anyMatch(its -> its.subject().isPresent());
        if (needsRequests && !revision.answersRequests() || needsMessages && !revision.handlesMessages()) {
            throw new MisfitException("has a schedule for something that it does not export");
        }
        if (!state.spec().triggers().messages().isEmpty() && !revision.handlesMessages()) {
            throw new MisfitException("has a message trigger, but nothing in it exports wasmcloud:messaging/handler@0.2");
        }
    }
}
