package dev.belay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A problem of the core compiler in the manner of Java's: the file, line and column, what is wrong, and the line's text. */
final class SourceLine {
    private SourceLine() {}

    /** @param roots where sources may be */
    static String show(CoreCompiler.Problem problem, List<Path> roots) {
        String where = problem.where().isEmpty() ? "" : "\n  in " + problem.where();
        if (problem.sourceFile().isEmpty()) {
            return "error: " + problem.message() + where;
        }
        String file = problem.sourceFile().get();
        for (Path root : roots) {
            Path path = root.resolve(file).normalize();
            if (path.startsWith(root.normalize()) && Files.isRegularFile(path)) {
                return line(path, problem.line())
                        .map(text -> shown(path, text, problem))
                        .orElse(path + ":" + problem.line() + ": error: " + problem.message())
                        + where;
            }
        }
        return file + ":" + problem.line() + ": error: " + problem.message() + where;
    }

    private static String shown(Path path, String text, CoreCompiler.Problem problem) {
        int column = column(text, problem.name());
        // As wide as what is before it, tabs included.
        String before = text.substring(0, column).replaceAll("[^\t]", " ");
        return path + ":" + problem.line() + ":" + (column + 1) + ": error: " + problem.message() + "\n" + text + "\n" + before + "^";
    }

    /** The compiler tells no columns: where the name stands in the line, or where the line's code begins. */
    private static int column(String text, String name) {
        if (!name.isEmpty()) {
            Matcher word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text);
            if (word.find()) {
                return word.start();
            }
        }
        return text.length() - text.stripLeading().length();
    }

    private static Optional<String> line(Path path, int line) {
        try {
            List<String> lines = Files.readAllLines(path);
            return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(lines.get(line - 1));
        } catch (IOException _) {
            return Optional.empty(); // the message alone will do
        }
    }
}
