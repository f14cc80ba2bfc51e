package dev.belay.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Figures as a table in Markdown, which people read as it is, too. */
public final class Table {
    private Table() {}

    public static String head() {
        return "| figure | goal | measured: median (least–most) | verdict | peers |\n|---|---|---|---|---|\n";
    }

    public static String of(List<Figure> figures) {
        return figures.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(Figure figure) {
        String peers = figure.peers().entrySet().stream()
                .map(peer -> peer.getKey() + " " + peer.getValue().text())
                .collect(Collectors.joining("; "));
        String more = figure.note().isEmpty() ? "" : (peers.isEmpty() ? "" : "; ") + figure.note();
        return "| " + figure.title() + " | " + figure.goal().text(figure.unit()) + " | "
                + figure.measured().map(sample -> sample.text() + " " + figure.unit()).orElse("–") + " | "
                + word(figure.verdict()) + " | " + peers + more + " |\n";
    }

    private static String word(Figure.Verdict verdict) {
        return switch (verdict) {
            case OK -> "ok";
            case MISS -> "MISS";
            case INFO -> "–";
            case SKIPPED -> "skipped";
        };
    }
}
