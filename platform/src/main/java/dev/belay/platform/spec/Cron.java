package dev.belay.platform.spec;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moments that come again: {@code minute hour day-of-month month day-of-week}, with seconds before them if there are six
 * fields. A field is {@code *}, a number, a range, a list of these, or one with a step ({@code 0-30/10}); months and days of
 * the week may be names. If both days are given, either will do. {@code @hourly}, {@code @daily}, {@code @weekly}, {@code
 * @monthly} and {@code @yearly} are what they say.
 *
 * <p>A moment that the clock leaves out when it is put forward is as much later; one that it shows twice is the first.
 */
public final class Cron {
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *");
    /** A 29th of February that is a given day of the week comes every 28 years; 40 where a year is left out. */
    private static final int MOST_DAYS = 366 * 41;
    private static final int SUNDAY_AGAIN = 7;

    private final Field seconds;
    private final Field minutes;
    private final Field hours;
    private final Field days;
    private final Field months;
    private final Field weekdays;

    private Cron(List<Field> fields) {
        this.seconds = fields.get(0);
        this.minutes = fields.get(1);
        this.hours = fields.get(2);
        this.days = fields.get(3);
        this.months = fields.get(4);
        this.weekdays = fields.get(5);
    }

    /** @param bits the values that fit */
    private record Field(long bits, boolean any) {
        boolean has(int value) {
            return (bits >> value & 1) != 0;
        }
    }

    /**
     * @throws IllegalArgumentException if it is none, or never comes
     */
    public static Cron parse(String text) {
        String[] words = NICKNAMES.getOrDefault(text.strip(), text.strip()).split("\\s+");
        if (words.length != 5 && words.length != 6) {
            throw new IllegalArgumentException("expected 'minute hour day month weekday', such as 0 6 * * mon-fri, found '" + text + "'");
        }
        int first = words.length - 5;
        var cron = new Cron(List.of(
                first == 1 ? field(words[0], 0, 59, List.of()) : new Field(1, false),
                field(words[first], 0, 59, List.of()),
                field(words[first + 1], 0, 23, List.of()),
                field(words[first + 2], 1, 31, List.of()),
                field(words[first + 3], 1, 12, MONTHS),
                field(words[first + 4], 0, SUNDAY_AGAIN, DAYS)));
        if (cron.next(ZonedDateTime.parse("2000-01-01T00:00:00Z")).isEmpty()) {
            throw new IllegalArgumentException("expected a moment that comes, found '" + text + "'");
        }
        return cron;
    }

    private static Field field(String text, int least, int most, List<String> names) {
        long bits = 0;
        for (String item : text.split(",", -1)) {
            String[] stepped = item.split("/", 2);
            int step = stepped.length == 2 ? number(stepped[1], 1, most, List.of()) : 1;
            String[] ends = stepped[0].split("-", 2);
            boolean all = stepped[0].equals("*");
            int from = all ? least : number(ends[0], least, most, names);
            int to = all || stepped.length == 2 && ends.length == 1 ? most : number(ends[ends.length - 1], least, most, names);
            if (from > to) {
                throw new IllegalArgumentException("expected a range that goes up, found '" + item + "'");
            }
            for (int value = from; value <= to; value += step) {
                bits |= 1L << (names == DAYS && value == SUNDAY_AGAIN ? 0 : value);
            }
        }
        return new Field(bits, text.startsWith("*"));
    }

    private static int number(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text.toLowerCase(java.util.Locale.ROOT));
        if (named >= least && !text.isEmpty()) {
            return named;
        }
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("expected a number from " + least + " to " + most + ", found '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** The first such moment after another, in the time zone of that. */
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        LocalDate day = after.toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
            if (fits(day)) {
                Optional<ZonedDateTime> found = within(day, i == 0 ? after.toLocalTime() : LocalTime.MIDNIGHT, after);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        boolean dayFits = days.has(day.getDayOfMonth());
        boolean weekdayFits = weekdays.has(day.getDayOfWeek().getValue() % SUNDAY_AGAIN);
        boolean both = days.any() || weekdays.any();
        return months.has(day.getMonthValue()) && (both ? dayFits && weekdayFits : dayFits || weekdayFits);
    }

    private Optional<ZonedDateTime> within(LocalDate day, LocalTime from, ZonedDateTime after) {
        for (int hour = from.getHour(); hour < 24; hour++) {
            if (!hours.has(hour)) {
                continue;
            }
            for (int minute = hour == from.getHour() ? from.getMinute() : 0; minute < 60; minute++) {
                if (!minutes.has(minute)) {
                    continue;
                }
                for (int second = 0; second < 60; second++) {
                    if (seconds.has(second)) {
                        ZonedDateTime at = ZonedDateTime.of(day, LocalTime.of(hour, minute, second), after.getZone());
                        if (at.toInstant().isAfter(after.toInstant())) {
                            return Optional.of(at);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
