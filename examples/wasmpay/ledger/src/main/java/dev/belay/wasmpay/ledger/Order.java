package dev.belay.wasmpay.ledger;

import java.util.List;

/**
 * A transfer as a client asks for it: one to be made, or one that was denied, to be remembered.
 *
 * @param key chosen by the client; the same key is the same transfer
 * @param amount in the currency's smallest unit, from 1
 * @param reason why it was denied; empty if it is approved
 * @param decisions who was asked, in order
 */
record Order(
        String key,
        String origin,
        String destination,
        long amount,
        String currency,
        Status status,
        String reason,
        List<Decision> decisions) {
    /** Validators that one transfer passes. The platform, two banks, and some to spare. */
    private static final int MAX_DECISIONS = 8;

    Order {
        Check.text("key", key, 1, 100);
        Check.code("origin", origin);
        Check.code("destination", destination);
        Check.letters("currency", currency, 3, 3);
        Check.text("reason", reason, 0, 500);
        if (amount < 1) {
            throw Refusal.invalid("amount: expected at least 1 of the currency's smallest unit, found " + amount);
        }
        if (origin.equals(destination)) {
            throw Refusal.invalid("destination: expected another bank than the origin, found " + destination + " for both");
        }
        if (decisions.size() > MAX_DECISIONS) {
            throw Refusal.invalid("decisions: expected at most " + MAX_DECISIONS + ", found " + decisions.size());
        }
        decisions = List.copyOf(decisions);
    }

    Order withDecisions(List<Decision> its) {
        return new Order(key, origin, destination, amount, currency, status, reason, its);
    }
}
