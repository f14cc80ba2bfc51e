package dev.belay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A problem of the core compiler in the manner of Java's: the file, the line, what is wrong, and the line's text. */
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
                return path + ":" + problem.line() + ": error: " + problem.message() + text(path, problem.line()) + where;
            }
        }
        return file + ":" + problem.line() + ": error: " + problem.message() + where;
    }

    /** The line, and a caret where its code begins: the compiler tells no columns. */
    private static String text(Path path, int line) {
        try {
            List<String> lines = Files.readAllLines(path);
            if (line < 1 || line > lines.size()) {
                return "";
            }
            String text = lines.get(line - 1);
            int indent = text.length() - text.stripLeading().length();
            return "\n" + text + "\n" + text.substring(0, indent) + "^";
        } catch (IOException _) {
            return ""; // the message alone will do
        }
    }
}
