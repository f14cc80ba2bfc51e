package icamer;

import java.util.Optional;
import wasmpay.platform.Validation;

/** Icamer's rule: both banks must be in the USA or the UK. */
public final class Validator implements Validation {
    @Override
    public ValidateResponse validate(Transaction transaction) {
        if (!supported(transaction.origin())) {
            return refuse("Unsupported origin country: " + transaction.origin().country());
        }
        if (!supported(transaction.destination())) {
            return refuse("Unsupported destination country: " + transaction.destination().country());
        }
        return new ValidateResponse(true, Optional.empty());
    }

    private static ValidateResponse refuse(String reason) {
        return new ValidateResponse(false, Optional.of(reason));
    }

    /** The contract leaves open which ISO 3166 form a bank uses; UK is reserved there for the same country as GB. */
    private static boolean supported(Bank bank) {
        return switch (bank.country()) {
            case "US", "USA", "GB", "GBR", "UK" -> true;
            default -> false;
        };
    }
}
