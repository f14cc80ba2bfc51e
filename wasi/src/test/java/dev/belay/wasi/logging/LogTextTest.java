package dev.belay.wasi.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void theContextIsBeforeTheMessage() {
        assertThat(LogText.line("payments", "größer als 5")).isEqualTo("payments: größer als 5");
        assertThat(LogText.line("", "no context")).isEqualTo("no context");
    }

    @Test
    void aMessageCannotLookLikeSeveralNorMoveTheCursor() {
        assertThat(LogText.line("a\nb", "one\r\n12:00 ERROR two\u001b[2J\u2028\u0085")).isEqualTo("a\\nb: one\\r\\n12:00 ERROR two\\u001b[2J\\u2028\\u0085");
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(LogText.line("x".repeat(10_000), "y".repeat(100_000))).hasSizeBetween(LogText.MOST_CHARACTERS, LogText.MOST_CHARACTERS + 10);
        assertThat(LogText.line("c", "\u0001".repeat(100_000))).hasSizeLessThan(LogText.MOST_CHARACTERS + 10);
    }
}
