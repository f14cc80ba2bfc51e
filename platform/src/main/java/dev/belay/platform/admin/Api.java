package dev.belay.platform.admin;

import dev.belay.platform.cleanup.StoreCleaner;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations of the admin API. */
final class Api {
    private static final int MOST_JSON_BYTES = 256 << 20;
    private static final int MOST_LINES = 10_000;
    private static final int LINES = 200;

    private final Platform platform;
    private final StoreCleaner cleaner;
    private final StatusView view;
    private final Runnable stop;

    Api(Platform platform, StoreCleaner cleaner, StatusView view, Runnable stop) {
        this.platform = platform;
        this.cleaner = cleaner;
        this.view = view;
        this.stop = stop;
    }

    /** Whether somebody who may only look may ask it. */
    static boolean isReading(Request request) {
        return request.method().equals("GET");
    }

    Answer answer(Request request) throws IOException {
        String path = request.path();
        return switch (request.method() + " " + path) {
            case "GET /v1/status" -> Answer.json(view.status());
            case "GET /v1/history" -> Answer.json(platform.history());
            case "GET /v1/logs" -> logs(request);
            case "POST /v1/blobs/missing" -> missing(request.json(Messages.BlobList.class, MOST_JSON_BYTES));
            case "POST /v1/apply" -> apply(request.json(Messages.Apply.class, MOST_JSON_BYTES));
            case "POST /v1/upgrade" -> upgrade(request.json(Messages.Upgrade.class, MOST_JSON_BYTES));
            case "POST /v1/rollback" -> rollback(request.json(Messages.Rollback.class, MOST_JSON_BYTES));
            case "POST /v1/weights" -> weights(request.json(Messages.Weights.class, MOST_JSON_BYTES));
            case "GET /v1/store" -> Answer.json(cleaner.report());
            case "POST /v1/store/clean" -> Answer.json(cleaner.clean());
            case "POST /v1/stop" -> {
                stop.run();
                yield Answer.json(202, Map.of("stopping", true));
            }
            default -> named(request, path);
        };
    }

    private Answer named(Request request, String path) throws IOException {
        if (request.method().equals("PUT") && path.startsWith("/v1/blobs/")) {
            return put(path.substring("/v1/blobs/".length()), request.body(BlobStore.MOST_BYTES));
        }
        if (request.method().equals("GET") && path.startsWith("/v1/applications/")) {
            String name = path.substring("/v1/applications/".length());
            return view.application(name)
                    .map(Answer::json)
                    .orElseThrow(() -> new AnswerException(404, "application `" + name + "` does not exist"));
        }
        throw new AnswerException(404, "nothing here: " + request.method() + " " + path);
    }

    private Answer logs(Request request) {
        try {
            long after = request.query("after").map(Long::parseLong).orElse(0L);
            int most = Math.clamp(request.query("most").map(Integer::parseInt).orElse(LINES), 0, MOST_LINES);
            return Answer.json(platform.logs().lines(request.query("application"), after, most));
        } catch (NumberFormatException e) {
            throw new AnswerException(400, "expected numbers: " + e.getMessage());
        }
    }

    private Answer missing(Messages.BlobList wanted) {
        return Answer.json(new Messages.BlobList(
                wanted.digests().stream().filter(digest -> !platform.blobs().claim(digest)).toList()));
    }

    private Answer put(String name, byte[] bytes) {
        Digest digest;
        try {
            digest = new Digest(name);
        } catch (IllegalArgumentException e) {
            throw new AnswerException(400, String.valueOf(e.getMessage()));
        }
        if (!Digest.of(bytes).equals(digest)) {
            throw new AnswerException(400, "expected bytes of the SHA-256 " + name + ", found others");
        }
        platform.blobs().put(digest, bytes);
        return Answer.json(201, Map.of("digest", name));
    }

    private Answer apply(Messages.Apply wish) {
        platform.claim(wish.applications().values().stream().flatMap(its -> its.revision().parts()));
        return change(from -> Proposal.apply(from, wish.stacks(), wish.applications(), wish.note()), wish.dryRun());
    }

    private Answer upgrade(Messages.Upgrade wish) {
        platform.claim(Stream.of(wish.upper()));
        return change(from -> Proposal.upgrade(from, wish.stack(), wish.upper()), wish.dryRun());
    }

    private Answer rollback(Messages.Rollback wish) {
        return change(
                from -> wish.application()
                        .map(name -> Proposal.rollback(from, name))
                        .orElseGet(() -> restore(from, wish.to().orElse(from.sequence() - 1))),
                wish.dryRun());
    }

    private Proposal restore(DesiredState from, long sequence) {
        DesiredState to = sequence == 0
                ? DesiredState.empty()
                : platform.stateAt(sequence)
                        .orElseThrow(() -> new RefusedException("change " + sequence + " is not known, or not any more"));
        return Proposal.restore(from, to);
    }

    private Answer weights(Messages.Weights wish) {
        return change(from -> Proposal.weights(from, Proposal.state(from, wish.application()), wish.weights()), false);
    }

    private Answer change(Function<DesiredState, Proposal> wish, boolean dryRun) {
        if (dryRun) {
            return Answer.json(new Outcome(platform.plan(wish), false, platform.desired().sequence(), 0, 0, true));
        }
        Outcome outcome = platform.change(wish);
        return Answer.json(outcome.done() ? 200 : 422, outcome);
    }
}
