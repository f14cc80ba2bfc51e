package dev.belay.bench.row;

import dev.belay.bench.platform.ApplyRow;
import dev.belay.bench.platform.FairRow;
import dev.belay.bench.platform.KillRow;
import dev.belay.bench.platform.ManyRow;
import dev.belay.bench.platform.NatsRow;
import dev.belay.bench.platform.NeighbourRow;
import dev.belay.bench.platform.UpgradeRow;
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
                    new ComposeRow(),
                    new StartRow(),
                    new HttpRow(),
                    new UpRow(),
                    new UpgradeRow(),
                    new ApplyRow(),
                    new ManyRow(),
                    new NeighbourRow(),
                    new FairRow(),
                    new KillRow(),
                    new NatsRow());

    private Rows() {}

    public static List<Row> all() {
        return ALL;
    }
}
