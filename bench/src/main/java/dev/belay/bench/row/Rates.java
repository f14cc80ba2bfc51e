package dev.belay.bench.row;

import dev.belay.bench.process.ServerProcess;
import dev.belay.bench.process.Wrk;
import dev.belay.bench.report.Sample;
import java.util.Arrays;
import java.util.List;

/** Requests per second of several servers. */
final class Rates {
    private Rates() {}

    /** They take turns, so that what else the machine does meets all; only one works at a time. */
    static List<Sample> inTurns(Setup setup, List<ServerProcess> servers, int connections, int rounds) {
        double[][] found = new double[servers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < servers.size(); i++) {
                found[i][round] =
                        Wrk.rate(setup.work(), servers.get(i).port(), connections, setup.count(8, 3));
            }
        }
        return Arrays.stream(found).map(Sample::new).toList();
    }
}
