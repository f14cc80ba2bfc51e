package com.example.rule;

import com.example.acme.rules.Approval;
import dev.belay.guest.logging.Log;
import java.util.List;

/** Who is new may order for 100.00 at most. */
public final class Rule implements Approval {
    private static final Log LOG = Log.of("rule");
    private static final long MOST_OF_NEW = 100_00;

    @Override
    public Decision decide(Customer who, List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("expected an order of one line or more");
        }
        long sum = lines.stream().mapToLong(line -> line.price() * line.count()).sum();
        LOG.info(() -> who + " orders for " + sum);
        return switch (who) {
            case KNOWN -> new Decision.Approved(sum);
            case NEW -> sum > MOST_OF_NEW
                    ? new Decision.Refused("Who is new may order for " + MOST_OF_NEW + " at most")
                    : new Decision.Approved(sum);
        };
    }
}
