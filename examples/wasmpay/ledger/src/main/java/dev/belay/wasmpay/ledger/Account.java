package dev.belay.wasmpay.ledger;

/**
 * What a bank has in a currency.
 *
 * @param balance in the currency's smallest unit
 */
record Account(String bank, String currency, long balance) {}
