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

    private final Platform platform;
    private final StatusView view;
    private final Sampler sampler;
    private final Surface surface;

    Pages(Platform platform, StatusView view, Sampler sampler, Surface surface) {
        this.platform = platform;
        this.view = view;
        this.sampler = sampler;
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
                case "history" -> surface.templates().show("history", history(session));
                case "rows" -> surface.templates().show("rows", applications(visit, session));
                case "progress" -> surface.templates().show("progress", ProgressLine.of(platform));
                default -> throw nothing();
            };
        }
        if (!segments.getFirst().equals("applications")) {
            throw nothing();
        }
        String name = segments.get(1);
        if (segments.size() == 2) {
            return surface.templates().show("application", application(name, session));
        }
        return switch (segments.size() == 3 ? segments.getLast() : "") {
            case "live" -> surface.templates().show("live", live(name));
            case "log" -> log(name, visit);
            default -> throw nothing();
        };
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
