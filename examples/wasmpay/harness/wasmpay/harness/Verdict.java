package wasmpay.harness;

import java.util.Optional;

/**
 * What was found of a transaction.
 *
 * @param judge {@link #HARNESS} or {@link #VALIDATOR}
 */
record Verdict(boolean approved, Optional<String> reason, String judge) {
    static final String HARNESS = "harness";
    static final String VALIDATOR = "validator";
}
