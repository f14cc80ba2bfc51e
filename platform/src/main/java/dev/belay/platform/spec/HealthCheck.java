package dev.belay.platform.spec;

import java.time.Duration;

/**
 * A request that a new revision has to answer before it gets any other.
 *
 * @param path with its query
 * @param status that it has to answer with
 */
public record HealthCheck(String method, String path, int status, Duration timeout) {}
