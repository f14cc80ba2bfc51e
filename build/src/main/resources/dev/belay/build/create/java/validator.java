package @package@;

import java.util.Optional;
import wasmpay.platform.Validation;

/** The rule of one bank: US dollars only. */
public final class Validator implements Validation {
    @Override
    public ValidateResponse validate(Transaction transaction) {
        return transaction.currency().equals("USD")
                ? new ValidateResponse(true, Optional.empty())
                : new ValidateResponse(false, Optional.of("Unsupported currency: " + transaction.currency()));
    }
}
