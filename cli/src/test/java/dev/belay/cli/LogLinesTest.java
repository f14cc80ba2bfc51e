package dev.belay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.platform.observe.LogLine;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines of a platform's log, as commands show them. */
class LogLinesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static LogLine line(Optional<String> trace) {
        return new LogLine(7, Instant.EPOCH, "shop", "0123456789ab", "stderr", "warn", "no \"room\"", trace);
    }

    @Test
    void programsGetEachFieldByItsName() {
        assertThat(UpCommand.fields(line(Optional.of(TRACE))))
                .containsEntry("time", "1970-01-01T00:00:00Z")
                .containsEntry("level", "warn")
                .containsEntry("application", "shop")
                .containsEntry("revision", "0123456789ab")
                .containsEntry("source", "stderr")
                .containsEntry("trace_id", TRACE)
                .containsEntry("message", "no \"room\"")
                .hasSize(7);
        assertThat(UpCommand.fields(line(Optional.empty()))).doesNotContainKey("trace_id");
    }

    @Test
    void peopleGetALine() {
        assertThat(LogsCommand.text(line(Optional.empty())))
                .isEqualTo("1970-01-01T00:00:00Z WARN shop/0123456789ab stderr: no \"room\"");
        assertThat(LogsCommand.text(line(Optional.of(TRACE))))
                .isEqualTo("1970-01-01T00:00:00Z WARN shop/0123456789ab [" + TRACE + "] stderr: no \"room\"");
    }
}
