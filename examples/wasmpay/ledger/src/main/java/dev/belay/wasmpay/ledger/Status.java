package dev.belay.wasmpay.ledger;

import java.util.Locale;

/** What became of a transfer. */
enum Status {
    APPROVED,
    DENIED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal if it is no status */
    static Status of(String word) {
        for (var status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw Refusal.invalid("status: expected approved or denied, found " + Check.shown(word));
    }
}
