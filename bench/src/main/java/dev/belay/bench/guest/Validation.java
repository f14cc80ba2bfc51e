package dev.belay.bench.guest;

/** {@code wasmpay:platform/validation}. */
public interface Validation {
    String NAME = "wasmpay:platform/validation@0.1.0";

    ValidateResponse validate(Transaction transaction);
}
