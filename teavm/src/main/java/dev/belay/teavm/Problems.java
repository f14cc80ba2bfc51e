package dev.belay.teavm;

import dev.belay.build.CoreCompiler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.TextLocation;

/** TeaVM's problems in the words of the build. */
final class Problems {
    private Problems() {}

    static CoreCompiler.Problem problem(Problem problem) {
        var text = new DefaultProblemTextConsumer();
        problem.render(text);
        @Nullable CallLocation location = problem.getLocation();
        if (location == null) {
            return new CoreCompiler.Problem(text.getText(), Optional.empty(), 0, "");
        }
        String method = location.getMethod() == null ? "" : location.getMethod().toString();
        @Nullable TextLocation source = location.getSourceLocation();
        return source == null || source.getFileName() == null
                ? new CoreCompiler.Problem(text.getText(), Optional.empty(), 0, method)
                : new CoreCompiler.Problem(text.getText(), Optional.of(source.getFileName()), source.getLine(), method);
    }
}
