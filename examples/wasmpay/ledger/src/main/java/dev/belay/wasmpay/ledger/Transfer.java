package dev.belay.wasmpay.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A transfer that is in the books.
 *
 * @param number counts up in the order in which transfers came in
 * @param order what was asked for, with the status and the reason that came of it
 */
record Transfer(long number, UUID id, Order order, Instant created) {
    Transfer withDecisions(List<Decision> its) {
        return new Transfer(number, id, order.withDecisions(its), created);
    }
}
