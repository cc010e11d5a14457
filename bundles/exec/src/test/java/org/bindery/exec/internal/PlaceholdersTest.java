package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    private final Placeholders placeholders =
            new Placeholders(Map.of("info.json", "{\"a\":\"%_exec.workDir%\"}", "_exec.workDir", "/w", "empty", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "%_exec.workDir%/x|/w/x",
                "a%_exec.workDir%b%_exec.workDir%c|a/wb/wc",
                "%unknown%|%unknown%",
                "100%|100%",
                "100% of %_exec.workDir%|100% of /w",
                "100%%_exec.workDir%|100%/w",
                "%%|%%",
                "x%empty%y|xy",
                "%info.json%|{\"a\":\"%_exec.workDir%\"}"
            })
    void knownNamesAreFilledOnceAndUnknownOnesStay(String text, String filled) {
        assertThat(placeholders.fill(text)).isEqualTo(filled);
    }
}
