package dev.belay.teavm;

import dev.belay.build.CoreCompiler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.TextLocation;

/** TeaVM's problems in the words of the build. */
final class Problems {
    private Problems() {}

    static CoreCompiler.Problem problem(Problem problem) {
        var words = new JavaWords();
        problem.render(words);
        @Nullable CallLocation location = problem.getLocation();
        String method = location == null || location.getMethod() == null ? "" : JavaWords.method(location.getMethod());
        @Nullable TextLocation source = location == null ? null : location.getSourceLocation();
        return source == null || source.getFileName() == null
                ? new CoreCompiler.Problem(words.getText(), Optional.empty(), 0, words.name(), method)
                : new CoreCompiler.Problem(
                        words.getText(), Optional.of(source.getFileName()), source.getLine(), words.name(), method);
    }
}
