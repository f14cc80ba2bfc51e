package dev.belay.platform.observe;

import java.time.Instant;

/**
 * A line that an application wrote, or that was written about it.
 *
 * @param sequence counted up by one with each line of the platform
 * @param source {@code stdout}, {@code stderr}, {@code log} for what it logs, or {@code host} for what the host says of it
 * @param level {@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error} or {@code critical}
 */
public record LogLine(
        long sequence, Instant at, String application, String revision, String source, String level, String text) {}
