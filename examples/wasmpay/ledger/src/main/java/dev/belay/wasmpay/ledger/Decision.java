package dev.belay.wasmpay.ledger;

/**
 * What one validator said of a transfer.
 *
 * @param language that the validator is written in; empty if it did not say
 * @param size of the validator's component in bytes; 0 if it did not say
 * @param harness name and version of what is around it
 * @param reason empty if there is none
 */
record Decision(String validator, String language, long size, String harness, boolean approved, String reason) {
    Decision {
        Check.text("decisions.validator", validator, 1, 40);
        Check.text("decisions.language", language, 0, 40);
        Check.text("decisions.harness", harness, 0, 40);
        Check.text("decisions.reason", reason, 0, 500);
        if (size < 0) {
            throw Refusal.invalid("decisions.size: expected a number of bytes, found " + size);
        }
    }
}
