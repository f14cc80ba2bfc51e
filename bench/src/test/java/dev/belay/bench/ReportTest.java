package dev.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.bench.report.Figure;
import dev.belay.bench.report.Goal;
import dev.belay.bench.report.JsonLines;
import dev.belay.bench.report.Machine;
import dev.belay.bench.report.Sample;
import dev.belay.bench.report.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Sample SAMPLE = new Sample(new double[] {4, 2, 3});

    @Test
    void showsMedianAndSpreadAgainstTheGoal() {
        var figure = Figure.of("calls", "a call", "ns", Goal.atMost(2), SAMPLE).withPeer("other", Sample.of(9));

        assertThat(Table.of(List.of(figure))).isEqualTo("| a call | ≤ 2 ns | 3 (2–4) ns | MISS | other 9 |\n");
    }

    @Test
    void aGoalIsMetByTheMedian() {
        assertThat(Figure.of("r", "t", "u", Goal.atMost(3), SAMPLE).verdict()).isEqualTo(Figure.Verdict.OK);
        assertThat(Figure.of("r", "t", "u", Goal.atLeast(3.5), SAMPLE).verdict()).isEqualTo(Figure.Verdict.MISS);
        assertThat(Figure.of("r", "t", "u", Goal.none(), SAMPLE).verdict()).isEqualTo(Figure.Verdict.INFO);
        assertThat(Figure.skipped("r", "t", "u", Goal.none(), "why").verdict()).isEqualTo(Figure.Verdict.SKIPPED);
    }

    @Test
    void aLineOfJsonIsAFigureWithItsMachine() {
        var machine = new Machine("now", "cpu", 2, "4 GiB", "Linux", "JDK", 0.5);

        assertThat(JsonLines.of(List.of(Figure.of("r", "t", "u", Goal.none(), SAMPLE)), machine))
                .contains("\"median\":3.0", "\"min\":2.0", "\"processor\":\"cpu\"")
                .endsWith("}\n");
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetweenTheTwo() {
        assertThat(new Sample(new double[] {1, 4, 2, 10}).median()).isEqualTo(3);
    }
}
