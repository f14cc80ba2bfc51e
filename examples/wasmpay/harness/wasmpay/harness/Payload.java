package wasmpay.harness;

import wasmpay.harness.json.Json;
import wasmpay.platform.Validation.Bank;
import wasmpay.platform.Validation.Transaction;

/**
 * A transaction as it is sent, in each version of it.
 *
 * <ul>
 *   <li>Schema 1 (no {@code schema}, or 1): all fields of the contract are needed, {@code amount} is a number.
 *   <li>Schema 2: has {@code "schema": 2} and a {@code reference} of the sender's, which the answer repeats; {@code reason} may
 *       be missing, and {@code amount} may be text.
 * </ul>
 *
 * <p>Schema 1 is read as schema 2 with an empty reference.
 *
 * @param schema the version that it came in
 */
record Payload(long schema, String reference, Transaction transaction) {
    static final int FIRST = 1;
    static final int SECOND = 2;
    /** Characters of a reference. */
    private static final int MAX_REFERENCE = 100;

    static Payload of(Json json) throws RefusedException {
        Fields fields = Fields.of(json, "");
        long schema = fields.has("schema") ? fields.wholeNumber("schema") : FIRST;
        if (schema != FIRST && schema != SECOND) {
            throw fields.expected("schema", FIRST + " or " + SECOND);
        }
        String reference = schema == FIRST ? "" : reference(fields);
        return new Payload(schema, reference, transaction(fields, schema == SECOND));
    }

    /** Of several wrong fields the first is told, in the order in which they are documented. */
    private static Transaction transaction(Fields fields, boolean leniently) throws RefusedException {
        return new Transaction(
                bank(fields.object("origin")),
                bank(fields.object("destination")),
                leniently ? fields.wholeNumberOrText("amount") : fields.wholeNumber("amount"),
                fields.text("currency"),
                fields.text("status"),
                leniently ? fields.optionalText("reason") : fields.text("reason"));
    }

    private static Bank bank(Fields fields) throws RefusedException {
        return new Bank(
                fields.id("id"), fields.text("code"), fields.text("country"), fields.text("currency"), fields.text("name"));
    }

    private static String reference(Fields fields) throws RefusedException {
        String reference = fields.text("reference");
        int count = reference.codePointCount(0, reference.length());
        if (count > MAX_REFERENCE) {
            throw fields.wrong("reference", "at most " + MAX_REFERENCE + " characters", Integer.toString(count));
        }
        return reference;
    }
}
