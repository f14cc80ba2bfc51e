package icamer;

import belay.guest.Cabi;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/** Icamer's rule: both banks must be in the USA or the UK. */
public final class Validator {
    private Validator() {
    }

    static ValidateResponse validate(Transaction transaction) {
        if (!supported(transaction.origin().country())) {
            return ValidateResponse.refuse("Unsupported origin country: " + transaction.origin().country());
        }
        if (!supported(transaction.destination().country())) {
            return ValidateResponse.refuse("Unsupported destination country: " + transaction.destination().country());
        }
        return ValidateResponse.APPROVE;
    }

    /** The contract leaves open which ISO 3166 form a bank uses; UK is reserved there for the same country as GB. */
    private static boolean supported(String country) {
        return switch (country) {
            case "US", "USA", "GB", "GBR", "UK" -> true;
            default -> false;
        };
    }

    @Export(name = "wasmpay:platform/validation@0.1.0#validate")
    public static Address exportValidate(Address transaction) {
        return validate(Transaction.lift(transaction)).lower();
    }

    @Export(name = "cabi_post_wasmpay:platform/validation@0.1.0#validate")
    public static void postValidate(Address response) {
        Cabi.reset();
    }

    public static void main(String[] args) {
    }
}
