package dev.belay.platform.console;

import dev.belay.platform.admin.Messages;
import dev.belay.platform.admin.StatusView;
import dev.belay.platform.rollout.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to look at: pages, and the parts of them that are asked for again. */
final class Pages {
    /** More are found by their names. */
    private static final int MOST_ROWS = 200;
    private static final int MOST_CHANGES = 200;
    private static final int MOST_LINES = 200;
    /** By it htmx knows that it need not ask again. */
    private static final int ENOUGH = 286;

    private final Platform platform;
    private final StatusView view;
    private final Sampler sampler;
    private final Rollouts rollouts;
    private final Surface surface;

    Pages(Platform platform, StatusView view, Sampler sampler, Rollouts rollouts, Surface surface) {
        this.platform = platform;
        this.view = view;
        this.sampler = sampler;
        this.rollouts = rollouts;
        this.surface = surface;
    }

    /**
     * @throws VisitException if there is no such page
     */
    Reply show(Visit visit, List<String> segments, Session session) {
        if (segments.isEmpty()) {
            return surface.templates().show("applications", applications(visit, session));
        }
        if (segments.size() == 1) {
            return switch (segments.getFirst()) {
                case "harnesses" -> surface.templates().show("harnesses", harnesses(session));
                case "history" -> surface.templates().show("history", history(session));
                case "rows" -> surface.templates().show("rows", applications(visit, session));
                case "progress" -> surface.templates().show("progress", ProgressLine.of(platform));
                default -> throw nothing();
            };
        }
        String name = segments.get(1);
        return switch (segments.getFirst() + "/" + String.join("/", segments.subList(2, segments.size()))) {
            case "applications/" -> surface.templates().show("application", application(name, session));
            case "applications/live" -> surface.templates().show("live", live(name));
            case "applications/log" -> log(name, visit);
            case "harnesses/" -> surface.templates().show("harness", harness(name, session));
            case "changes/" -> surface.templates().show("change", change(name, session));
            case "changes/live" -> stage(name, visit, session);
            default -> throw nothing();
        };
    }

    private HarnessesPage harnesses(Session session) {
        return new HarnessesPage(
                surface.frame("Harnesses", Optional.of(session)), HarnessesPage.rows(platform.desired()), ProgressLine.of(platform));
    }

    private HarnessPage harness(String name, Session session) {
        Surface.Frame frame = surface.frame("Harness " + name, Optional.of(session));
        return HarnessPage.of(name, platform.desired(), MOST_ROWS, frame, ProgressLine.of(platform))
                .orElseThrow(() -> new VisitException(404, "Harness ‘" + name + "’ does not exist."));
    }

    private ChangePage change(String id, Session session) {
        Rollout rollout = rollouts.known(id);
        return ChangePage.of(surface.frame(rollout.target().title(), Optional.of(session)), rollout);
    }

    /** What has become of a change; the rest of its page as well, when that has to be another. */
    private Reply stage(String id, Visit visit, Session session) {
        Rollout rollout = rollouts.known(id);
        ChangePage page = ChangePage.of(surface.frame("", Optional.of(session), Optional.empty()), rollout);
        boolean isOther = !page.stage().equals(visit.query().getOrDefault("stage", ""));
        return surface.templates().show(page.works() ? 200 : ENOUGH, isOther ? "stages" : "stage", page);
    }

    private static VisitException nothing() {
        return new VisitException(404, "There is nothing here.");
    }

    private ApplicationsPage applications(Visit visit, Session session) {
        String wanted = visit.query().getOrDefault("q", "");
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<Messages.ApplicationStatus> fitting = view.status().applications().stream()
                .filter(its -> its.name().toLowerCase(Locale.ROOT).contains(lower))
                .toList();
        var rows = fitting.stream()
                .limit(MOST_ROWS)
                .map(its -> ApplicationsPage.Row.of(its, sampler.last(its.name())))
                .toList();
        // A part says nothing that was meant for the next page.
        var frame = visit.isPart()
                ? surface.frame("Applications", Optional.of(session), Optional.empty())
                : surface.frame("Applications", Optional.of(session));
        return new ApplicationsPage(
                frame, wanted, rows, fitting.size() - rows.size(), Plot.of(sampler.samples()), ProgressLine.of(platform));
    }

    private HistoryPage history(Session session) {
        var newestFirst = platform.history().reversed();
        return new HistoryPage(
                surface.frame("History", Optional.of(session)),
                newestFirst.stream().limit(MOST_CHANGES).map(HistoryPage.Entry::of).toList(),
                Math.max(0, newestFirst.size() - MOST_CHANGES),
                ProgressLine.of(platform));
    }

    private Messages.ApplicationStatus status(String name) {
        return view.application(name)
                .orElseThrow(() -> new VisitException(404, "Application ‘" + name + "’ does not exist."));
    }

    private LivePart live(String name) {
        return LivePart.of(status(name), Plot.of(sampler.samples(name)), sampler.last(name));
    }

    private ApplicationPage application(String name, Session session) {
        var status = status(name);
        return new ApplicationPage(
                surface.frame(name, Optional.of(session)),
                live(name),
                platform.desired(name).flatMap(its -> its.spec().revision().stack()).map(its -> new Target.Harness(its.name())),
                ApplicationPage.Make.of(platform, name),
                ApplicationPage.shares(status),
                platform.desired(name).flatMap(its -> its.previous().stream().findFirst()).map(its -> its.id()),
                LogPart.of(platform.logs(), name, 0, MOST_LINES),
                ProgressLine.of(platform));
    }

    private Reply log(String name, Visit visit) {
        long after;
        try {
            after = Long.parseLong(visit.query().getOrDefault("after", "0"));
        } catch (NumberFormatException _) {
            throw new VisitException(400, "Expected a whole number.");
        }
        LogPart part = LogPart.of(platform.logs(), name, after, MOST_LINES);
        return part.lines().isEmpty() ? Reply.nothing() : surface.templates().show("log", part);
    }
}
