package dev.belay.bench.guest;

import java.util.Optional;

/** {@code wasmpay:platform/validation.validate-response}. */
public record ValidateResponse(boolean approved, Optional<String> reason) {}
