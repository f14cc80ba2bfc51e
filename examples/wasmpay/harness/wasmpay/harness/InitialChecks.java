package wasmpay.harness;

import java.util.Optional;
import wasmpay.platform.Validation.Bank;
import wasmpay.platform.Validation.Transaction;

/** Whether a transaction can be one at all: asked before any validator, so that none has to ask. */
final class InitialChecks {
    private static final String SPACES = " \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000";

    private InitialChecks() {}

    /** Why it cannot be one: the first of its problems. */
    static Optional<String> problem(Transaction transaction) {
        return bank("origin.", transaction.origin())
                .or(() -> bank("destination.", transaction.destination()))
                .or(() -> missing("currency", transaction.currency()))
                .or(() -> missing("status", transaction.status()))
                .or(() -> currency("currency", transaction.currency()))
                .or(() -> transaction.amount() > 0
                        ? Optional.empty()
                        : Optional.of("Invalid amount: " + transaction.amount()));
    }

    private static Optional<String> bank(String path, Bank bank) {
        return missing(path + "id", bank.id())
                .or(() -> missing(path + "code", bank.code()))
                .or(() -> missing(path + "country", bank.country()))
                .or(() -> missing(path + "currency", bank.currency()))
                .or(() -> missing(path + "name", bank.name()))
                .or(() -> currency(path + "currency", bank.currency()));
    }

    private static Optional<String> missing(String field, String value) {
        return isBlank(value) ? Optional.of("Missing field: " + field) : Optional.empty();
    }

    private static Optional<String> currency(String field, String code) {
        return Currencies.isKnown(code)
                ? Optional.empty()
                : Optional.of("Unknown currency code in " + field + ": " + Fields.shown(code));
    }

    /** By Unicode's property of white space, of which Java's own methods have tables. */
    private static boolean isBlank(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean white = c >= '\t' && c <= '\r' || c >= '\u2000' && c <= '\u200a' || SPACES.indexOf(c) >= 0;
            if (!white) {
                return false;
            }
        }
        return true;
    }
}
