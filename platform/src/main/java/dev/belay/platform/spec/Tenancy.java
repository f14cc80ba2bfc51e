package dev.belay.platform.spec;

import java.util.Optional;

/**
 * Whose application it is, for whom processors are shared when there is not enough for all.
 *
 * @param tenant whom it belongs to; it is a tenant of its own if there is none
 * @param share of the processors, in proportion to others'
 */
public record Tenancy(Optional<String> tenant, int share) {
    public static Tenancy alone() {
        return new Tenancy(Optional.empty(), 1);
    }
}
