package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.schema.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Covers {@link ValueParser} and its {@link WrongValueException}. */
class ValueParserTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ValueParser parser = new ValueParser(new RecordLimits(10, 20, 1000, 8, 2, 0));

    private JsonNode parse(ColumnType type, String json) throws WrongValueException {
        return parse(type, Json.array("[" + json + "]").get(0));
    }

    private JsonNode parse(ColumnType type, JsonNode json) throws WrongValueException {
        return parser.parse(Refusals.column(type), json);
    }

    private WrongValueException refused(ColumnType type, JsonNode json) {
        return catchThrowableOfType(WrongValueException.class, () -> parse(type, json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    TEXT          | 'Vase'                                   | "Vase"
                    STRING        | null                                     | null
                    TEXT_L10N     | {'de-DE':'Vase','xx':'y'}                | {"de-DE":"Vase","xx":"y"}
                    TEXT_L10N     | {'de-DE':null}                           | null
                    NUMBER        | 12                                       | 12
                    NUMBER        | 12.0                                     | 12
                    NUMBER        | -9007199254740991                        | -9007199254740991
                    INTEGER_2     | 567                                      | 567
                    DOUBLE        | 12                                       | 12.0
                    DOUBLE        | 1e300                                    | 1.0E300
                    BOOLEAN       | true                                     | true
                    DATE          | {'value':'1871-02','_from':'x'}          | {"value":"1871-02"}
                    DATE          | {'value':''}                             | null
                    DATE          | {}                                       | null
                    DATETIME      | {'value':'2010-12-10T12:45:00+01:00'}    | {"value":"2010-12-10T12:45:00+01:00"}
                    DATERANGE     | {'from':'1871','to':'1871','x':1}        | {"from":"1871","to":"1871"}
                    DATERANGE     | {'text':{'de-DE':'um 1900'}}             | {"from":null,"to":null,"text":{"de-DE":"um 1900"}}
                    DATERANGE     | {'from':null,'to':''}                    | null
                    GEO_JSON      | {'type':'Point','coordinates':[1,2]}     | {"type":"Point","coordinates":[1,2]}
                    """)
    void values_are_stored_without_keys_of_no_meaning(ColumnType type, String sent, String stored)
            throws WrongValueException {
        assertThat(parse(type, sent)).hasToString(stored);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    TEXT          | 5                                        | ``
                    TEXT          | {'$gt':''}                               | ``
                    TEXT          | 'longer than 20 characters'              | ``
                    TEXT_L10N     | 'Vase'                                   | ``
                    TEXT_L10N     | {'a.b':'x'}                              | ``
                    TEXT_L10N     | {'__proto__':'x'}                        | ``
                    TEXT_L10N     | {'de-DE':5}                              | .de-DE
                    TEXT_L10N     | {'de':'a','en':'b','fr':'c'}             | ``
                    NUMBER        | 1.5                                      | ``
                    NUMBER        | '12'                                     | ``
                    NUMBER        | 9007199254740992                         | ``
                    NUMBER        | 1e999                                    | ``
                    DOUBLE        | 1e999                                    | ``
                    BOOLEAN       | 0                                        | ``
                    DATE          | '1871'                                   | ``
                    DATE          | {'value':1871}                           | .value
                    DATE          | {'value':'2010-12-10T12:45:00Z'}         | .value
                    DATERANGE     | {'from':'1875','to':'1871'}              | .from
                    DATERANGE     | {'to':'soon'}                            | .to
                    DATERANGE     | {'text':'um 1900'}                       | .text
                    GEO_JSON      | {'type':'Point','coordinates':[1]}       | .coordinates
                    GEO_JSON      | [[[[[[[[[1]]]]]]]]]                      | ``
                    """)
    void wrong_values_are_refused_where_they_are_wrong(ColumnType type, String sent, String at) {
        WrongValueException e = catchThrowableOfType(WrongValueException.class, () -> parse(type, sent));
        assertThat(e.at()).isEqualTo(at);
        assertThat(e.getMessage()).isNotBlank();
    }

    @Test
    void numbers_of_absurd_size_are_refused_quickly() {
        assertThat(refused(ColumnType.NUMBER, JSON.numberNode(BigInteger.TEN.pow(400))))
                .isNotNull();
        assertThat(refused(ColumnType.NUMBER, JSON.numberNode(new BigDecimal("1e1000000000"))))
                .isNotNull();
        assertThat(refused(ColumnType.DOUBLE, JSON.numberNode(new BigDecimal("1e1000000000"))))
                .isNotNull();
    }

    @Test
    void broken_characters_are_refused() {
        assertThat(refused(ColumnType.TEXT, JSON.textNode("a\ud800"))).isNotNull();
        assertThat(refused(ColumnType.TEXT, JSON.textNode("a\u0000"))).isNotNull();
        assertThat(refused(ColumnType.TEXT_L10N, JSON.objectNode().put("de-DE", "\udc00")))
                .isNotNull();
    }
}
