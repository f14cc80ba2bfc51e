package dev.belay.bench.row;

import java.util.List;

/** All there are, in the order of the table. */
public final class Rows {
    private static final List<Row> ALL =
            List.of(
                    new SuiteRow(),
                    new CallRow(),
                    new ValidateRow(),
                    new InstanceRow(),
                    new KernelRow(),
                    new ScriptRow(),
                    new FootprintRow(),
                    new StartRow(),
                    new HttpRow());

    private Rows() {}

    public static List<Row> all() {
        return ALL;
    }
}
