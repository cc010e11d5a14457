package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

    private static final String ALPHABET = "ab.$%\0u01eEäß\ud83d\ude00\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "$",
                "%",
                "\0",
                "a.b",
                "$set",
                "a$b",
                "%2e",
                "%u0041",
                "%%",
                "a.b.c.",
                "_id",
                "ä.ö",
                "\ud83d",
                "\ude00",
                "a\ud83d",
                "\ude00b",
                "\ud83d\ude00",
                "%i",
                "%n",
                "%t",
                "%u",
                "%-"
            })
    void bringsEveryKeyBack(String key) {
        assertThat(FieldNames.unescape(FieldNames.escape(key))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "_id", "with space", "ümläut", "\ud83d\ude00", "a-b_c"})
    void leavesOrdinaryKeysAsTheyAre(String key) {
        assertThat(FieldNames.escape(key)).isSameAs(key);
    }

    @Test
    void storesNoNameThatMeansSomethingToMongoDb() {
        for (String key : new String[] {"a.b", "$where", "", "\0", "\ud83d"}) {
            assertThat(FieldNames.escape(key)).isNotEmpty().doesNotContain(".", "$", "\0", "\ud83d");
        }
    }

    @Test
    void givesNoKeyTheNameOfAMark() {
        for (String mark : new String[] {JsonWriter.BIG_INTEGER, JsonWriter.BIG_DECIMAL, JsonWriter.ODD_TEXT}) {
            assertThat(FieldNames.escape(mark)).isNotEqualTo(mark);
            assertThat(FieldNames.escape("")).isNotEqualTo(mark);
        }
    }

    @Test
    void bringsRandomKeysBackAndNeverMixesTwoUp() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            String first = random(random);
            String second = random(random);
            assertThat(FieldNames.unescape(FieldNames.escape(first)))
                    .as("seed %d", seed)
                    .isEqualTo(first);
            assertThat(FieldNames.escape(first).equals(FieldNames.escape(second)))
                    .as("seed %d: '%s' and '%s'", seed, first, second)
                    .isEqualTo(first.equals(second));
        }
    }

    private static String random(Random random) {
        StringBuilder key = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
