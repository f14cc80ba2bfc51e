package dev.belay.platform.observe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A line that an application wrote, or that was written about it.
 *
 * @param sequence counted up by one with each line of the platform
 * @param source {@code stdout}, {@code stderr}, {@code log} for what it logs, or {@code host} for what the host says of it
 * @param level {@code trace}, {@code debug}, {@code info}, {@code warn}, {@code error} or {@code critical}
 * @param traceId 32 hexadecimal digits: the trace of the request or message in which it was written, if that is followed
 */
public record LogLine(
        long sequence,
        Instant at,
        String application,
        String revision,
        String source,
        String level,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> traceId) {}
