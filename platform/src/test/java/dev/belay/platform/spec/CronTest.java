package dev.belay.platform.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    private static String next(String cron, String after) {
        return Cron.parse(cron).next(ZonedDateTime.parse(after)).orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "* * * * *;2026-11-25T20:15:30Z;2026-11-25T20:16Z",
        "*/15 * * * *;2026-11-25T20:15Z;2026-11-25T20:30Z",
        "0 6 * * mon-fri;2026-11-27T06:00Z;2026-11-30T06:00Z",
        "0 0 29 2 *;2026-01-01T00:00Z;2028-02-29T00:00Z",
        "0 0 13 * fri;2026-11-25T00:00Z;2026-11-27T00:00Z",
        "30 0 1,15 JAN,jul *;2026-11-25T00:00Z;2027-01-01T00:30Z",
        "0 0 * * 7;2026-11-25T00:00Z;2026-11-29T00:00Z",
        "5/20 * * * *;2026-11-25T20:26Z;2026-11-25T20:45Z",
        "*/10 * * * * *;2026-11-25T20:15:55Z;2026-11-25T20:16Z",
        "@yearly;2026-11-25T20:15:55Z;2027-01-01T00:00Z",
    })
    void findsTheNextMoment(String cron, String after, String expected) {
        assertThat(next(cron, after)).isEqualTo(expected);
    }

    @Test
    void aMomentThatIsLeftOutIsLater() {
        assertThat(next("30 2 * * *", "2026-03-28T12:00+01:00[Europe/Berlin]")).isEqualTo("2026-03-29T03:30+02:00[Europe/Berlin]");
    }

    @Test
    void aMomentThatIsThereTwiceIsTheFirst() {
        String first = next("30 2 * * *", "2026-10-24T12:00+02:00[Europe/Berlin]");
        assertThat(first).isEqualTo("2026-10-25T02:30+02:00[Europe/Berlin]");
        assertThat(next("30 2 * * *", first)).isEqualTo("2026-10-26T02:30+01:00[Europe/Berlin]");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "5-1 * * * *", "*/0 * * * *", "x * * * *",
        "1,,2 * * * *", "0 0 30 2 *", "-1 * * * *", "* * * * * * *", "1- * * * *"
    })
    void nonsenseIsRefused(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("expected ");
    }
}
