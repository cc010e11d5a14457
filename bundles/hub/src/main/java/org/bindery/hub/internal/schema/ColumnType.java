package org.bindery.hub.internal.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The types a column may have, by their wire names (fylr-spec 13.4). */
public enum ColumnType {
    STRING("string"),
    TEXT("text"),
    TEXT_ONELINE("text_oneline"),
    TEXT_L10N("text_l10n"),
    TEXT_L10N_ONELINE("text_l10n_oneline"),
    NUMBER("number"),
    INTEGER_2("integer.2"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    DATE("date"),
    DATETIME("datetime"),
    DATERANGE("daterange"),
    GEO_JSON("geo_json");

    private static final Set<ColumnType> PLAIN_TEXTS = Set.of(STRING, TEXT, TEXT_ONELINE);
    private static final Set<ColumnType> LOCALISED_TEXTS = Set.of(TEXT_L10N, TEXT_L10N_ONELINE);

    private final String wireName;

    ColumnType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isPlainText() {
        return PLAIN_TEXTS.contains(this);
    }

    public boolean isLocalisedText() {
        return LOCALISED_TEXTS.contains(this);
    }

    /** Values that have one canonical text can be compared, and so be unique. */
    boolean canBeUnique() {
        return !isLocalisedText() && this != DATERANGE && this != GEO_JSON;
    }

    /** Tells whether every stored value of this type is a valid value of the other type too. */
    boolean widensTo(ColumnType other) {
        return this == other
                || isPlainText() && other.isPlainText()
                || isLocalisedText() && other.isLocalisedText()
                || this == NUMBER && other == DOUBLE
                || this == DATE && other == DATETIME;
    }

    static Optional<ColumnType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst();
    }
}
