package dev.belay.wasmpay.ledger;

/**
 * A bank with its accounts here.
 *
 * @param code its name in addresses and subjects: lower-case letters, digits and hyphens
 * @param id what it calls itself
 * @param country ISO 3166-1, two or three letters
 * @param currency its own: ISO 4217
 */
record Bank(String code, String id, String name, String country, String currency) {
    Bank {
        Check.code("code", code);
        Check.text("id", id, 1, 40);
        Check.text("name", name, 1, 100);
        Check.letters("country", country, 2, 3);
        Check.letters("currency", currency, 3, 3);
    }
}
