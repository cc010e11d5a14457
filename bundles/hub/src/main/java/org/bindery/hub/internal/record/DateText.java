package org.bindery.hub.internal.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that may be cut off after year, month or day (fylr-spec 6.3).
 *
 * @param earliest first day it may mean
 * @param latest last day it may mean
 * @param hasTime whether it has a time of day
 */
record DateText(LocalDate earliest, LocalDate latest, boolean hasTime) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:T(\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)(Z|[+-]\\d\\d:\\d\\d)?)?)?)?");

    private static final int LONGEST = 48;

    /** Reads a date; empty if the text is none. */
    static Optional<DateText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(matcher));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateText read(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new DateText(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), false);
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
        if (matcher.group(3) == null) {
            return new DateText(month.atDay(1), month.atEndOfMonth(), false);
        }
        LocalDate day = month.atDay(Integer.parseInt(matcher.group(3)));
        checkTime(matcher.group(4), matcher.group(5));
        return new DateText(day, day, matcher.group(4) != null);
    }

    private static void checkTime(String time, String zone) {
        if (time != null) {
            LocalTime.parse(time);
        }
        if (zone != null) {
            ZoneOffset.of(zone);
        }
    }
}
