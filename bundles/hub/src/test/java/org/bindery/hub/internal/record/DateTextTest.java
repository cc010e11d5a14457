package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1871",
                "-44",
                "1871-02",
                "1871-02-28",
                "2010-12-10T12:45:00+01:00",
                "2010-12-10T12:45Z",
                "2010-12-10T12:45:00.123",
                "2024-02-29"
            })
    void dates_may_be_cut_off(String text) {
        assertThat(DateText.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1871-13",
                "1871-2",
                "2023-02-29",
                "2010-12-10T25:00:00Z",
                "2010-12-10T12:45:00+99:00",
                "2010-12-10 12:45",
                "99999999999",
                "１８７１"
            })
    void what_is_no_day_is_no_date(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }

    @Test
    void a_cut_off_date_means_all_its_days() {
        DateText month = DateText.parse("2024-02").orElseThrow();
        assertThat(month.earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(month.latest()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(month.hasTime()).isFalse();
        assertThat(DateText.parse("2010-12-10T12:45Z").orElseThrow().hasTime()).isTrue();
    }
}
