package wasmpay.harness;

import java.util.Optional;
import wasmpay.platform.Validation;
import wasmpay.platform.Validation.Transaction;
import wasmpay.platform.Validation.ValidateResponse;

/** The validator that is plugged in. */
final class Validator {
    /** Of the gateway that gets no usable answer. */
    private static final int BAD_GATEWAY = 502;
    /** Characters of a reason: more is no reason, and would have to be held several times over. */
    private static final int MAX_REASON = 10_000;

    private Validator() {}

    /** @throws RefusedException if it says what no validator should */
    static Verdict judge(Transaction transaction) throws RefusedException {
        try {
            ValidateResponse response = Validation.validate(transaction);
            Optional<String> reason = response.reason();
            if (reason.isEmpty() || reason.get().length() <= MAX_REASON) {
                return new Verdict(response.approved(), reason, Verdict.VALIDATOR);
            }
        } catch (IllegalStateException e) {
            // Longer than what is lifted at all.
        }
        throw new RefusedException(BAD_GATEWAY, "the validator's reason has more than " + MAX_REASON + " characters");
    }
}
