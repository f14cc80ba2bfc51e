package dev.belay.cli;

import dev.belay.cli.dev.DevEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a person what happens: a line for each change, which on a terminal grows while things go on. */
final class DevOutput implements Consumer<DevEvent> {
    private static final String CLEAR_LINE = "\r\033[K";
    /** Of what a build says that has succeeded. */
    private static final int MAX_LINES = 20;
    /** More files than these in a line nobody reads. */
    private static final int MAX_FILES = 3;

    private final Path directory;
    private final Streams streams;
    private String line = "";

    DevOutput(Path directory, Streams streams) {
        this.directory = directory.toAbsolutePath().normalize();
        this.streams = streams;
    }

    @Override
    public void accept(DevEvent event) {
        switch (event) {
            case DevEvent.Changed(var files) -> more("changed: " + names(files));
            case DevEvent.Building() -> going("building…");
            case DevEvent.Built(var took, int bytes, var output) -> {
                said(output);
                more("built in " + seconds(took) + ", " + Worded.size(bytes));
            }
            case DevEvent.Serving(int revision, boolean again) -> end((again ? "still" : "now") + " serving revision " + revision);
            case DevEvent.Failed(var step, var text, var took, boolean served) -> {
                end(step.wording() + " after " + seconds(took) + (served ? "; serving the revision before" : ""));
                ErrorReport.print(text, streams);
            }
            case DevEvent.Note(var text) -> streams.err().println("note: " + Worded.printable(text));
        }
        streams.err().flush();
    }

    private void more(String text) {
        line = line.isEmpty() ? text : line + "; " + text;
        going("");
    }

    private void going(String text) {
        if (streams.terminal()) {
            streams.err().print(CLEAR_LINE + Worded.printable(line.isEmpty() ? text : text.isEmpty() ? line : line + "; " + text));
        }
    }

    private void end(String text) {
        streams.err().println((streams.terminal() ? CLEAR_LINE : "") + Worded.printable(line.isEmpty() ? text : line + "; " + text));
        line = "";
    }

    private void said(String output) {
        if (output.isEmpty()) {
            return;
        }
        if (streams.terminal()) {
            streams.err().print(CLEAR_LINE);
        }
        List<String> lines = output.lines().toList();
        lines.stream()
                .skip(Math.max(0, lines.size() - MAX_LINES))
                .forEach(each -> streams.err().println("  " + Worded.printable(each)));
    }

    private String names(List<Path> files) {
        List<String> names = files.stream().limit(MAX_FILES).map(this::name).toList();
        int more = files.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private String name(Path file) {
        return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
    }
}
