package wasmpay.harness;

import wasmpay.platform.Validation.Transaction;
import wasmpay.platform.Validation.ValidateResponse;
import wasmpay.platform.exports.Validation;

/** The contract itself, for whoever calls it: passed through, so that the harness can be put around itself. */
public final class Middleware implements Validation {
    @Override
    public ValidateResponse validate(Transaction transaction) {
        return wasmpay.platform.Validation.validate(transaction);
    }
}
