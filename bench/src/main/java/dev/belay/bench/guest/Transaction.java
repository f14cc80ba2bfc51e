package dev.belay.bench.guest;

/** {@code wasmpay:platform/validation.transaction}: 13 strings and a number. */
public record Transaction(
        Bank origin, Bank destination, long amount, String currency, String status, String reason) {
    /** One that the named bank approves. */
    public static Transaction approvedBy(String bank) {
        String currency = bank.equals("terrano") ? "EUR" : "USD";
        return new Transaction(
                new Bank("1", "NH", "US", "USD", "Nordhaven"),
                new Bank("2", "IC", "US", currency, "Icamer"),
                1250,
                currency,
                "pending",
                "rent");
    }
}
