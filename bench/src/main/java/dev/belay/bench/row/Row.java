package dev.belay.bench.row;

import dev.belay.bench.report.Figure;
import java.util.List;

/** Figures that are measured together. */
public interface Row {
    /** As {@code --only} takes it. */
    String name();

    /**
     * @throws BenchException if something that must be there is not, or gives wrong answers
     */
    List<Figure> measure(Setup setup);
}
