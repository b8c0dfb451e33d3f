package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.presence.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @Test
    void readsFields() {
        JsonFields fields = Json.readObject("""
                {"text": "hi", "count": 3, "active": true, "state": "away", "ids": ["a", "b"], "unknown": {}}""");

        Field<MessageText> text = fields.required("text", MessageText::new);
        Field<Long> count = fields.optionalInteger("count", 0, Long::valueOf);
        Field<Boolean> active = fields.requiredBoolean("active");
        Field<Activity> state = fields.requiredWord("state", Activity.class);
        Field<List<String>> ids = fields.requiredTexts("ids", 2);
        fields.check();

        assertThat(text.get()).isEqualTo(new MessageText("hi"));
        assertThat(count.get()).isEqualTo(3);
        assertThat(active.get()).isTrue();
        assertThat(state.get()).isEqualTo(Activity.AWAY);
        assertThat(ids.get()).containsExactly("a", "b");
    }

    @Test
    void takesNullAsLeftOut() {
        JsonFields fields = Json.readObject("{\"text\": null, \"count\": null, \"state\": null}");

        assertThat(fields.present("text")).isFalse();
        assertThat(fields.optional("text", MessageText::new).orNull()).isNull();
        assertThat(fields.optionalInteger("count", 0, Long::valueOf).orElse(7L)).isEqualTo(7);
        assertThat(fields.optionalWord("state", Activity.class).orNull()).isNull();
        fields.check();
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        JsonFields fields = Json.readObject("{\"text\": \" \", \"count\": -1}");
        fields.required("text", MessageText::new);
        fields.optionalInteger("count", 0, Long::valueOf);
        fields.requiredBoolean("active");
        fields.requiredWord("state", Activity.class);
        fields.requiredTexts("ids", 2);
        fields.reject("both", ViolationCode.CONFLICT, "One of the two is expected.");

        assertThat(refusalOf(fields).violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("text", ViolationCode.NOT_VISIBLE),
                        tuple("count", ViolationCode.OUT_OF_RANGE),
                        tuple("active", ViolationCode.REQUIRED),
                        tuple("state", ViolationCode.REQUIRED),
                        tuple("ids", ViolationCode.REQUIRED),
                        tuple("both", ViolationCode.CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "{}", "[]", "[\"hi\"]"})
    void takesNothingElseForAText(String value) {
        JsonFields fields = Json.readObject("{\"text\": " + value + "}");
        fields.required("text", MessageText::new);

        assertThat(codeOf(fields)).isEqualTo(ViolationCode.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.0                     | WRONG_TYPE
                    1e2                     | WRONG_TYPE
                    1e400                   | WRONG_TYPE
                    -1e400                  | WRONG_TYPE
                    1e-400                  | WRONG_TYPE
                    1e2147483648            | WRONG_TYPE
                    "1"                     | WRONG_TYPE
                    ""                      | WRONG_TYPE
                    true                    | WRONG_TYPE
                    {}                      | WRONG_TYPE
                    [1]                     | WRONG_TYPE
                    -1                      | OUT_OF_RANGE
                    9223372036854775808     | OUT_OF_RANGE
                    -9223372036854775808    | OUT_OF_RANGE
                    -9223372036854775809    | OUT_OF_RANGE
                    18446744073709551617    | OUT_OF_RANGE
                    """)
    void takesNothingElseForAnInteger(String value, ViolationCode code) {
        JsonFields fields = Json.readObject("{\"count\": " + value + "}");
        fields.optionalInteger("count", 0, Long::valueOf);

        assertThat(codeOf(fields)).isEqualTo(code);
    }

    @Test
    void refusesAnIntegerOfFourHundredDigits() {
        JsonFields fields = Json.readObject("{\"count\": 1" + "0".repeat(400) + "}");
        fields.optionalInteger("count", 0, Long::valueOf);

        assertThat(codeOf(fields)).isEqualTo(ViolationCode.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "9007199254740993, 9007199254740993", "9223372036854775807, 9223372036854775807"})
    void readsIntegersExactly(String value, long expected) {
        JsonFields fields = Json.readObject("{\"count\": " + value + "}");

        assertThat(fields.optionalInteger("count", 0, Long::valueOf).get()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00", "\\udc00\\ud800", "\\u0000", "\\u001b"})
    void leavesCharactersThatNoTextHoldsToTheValue(String text) {
        JsonFields fields = Json.readObject("{\"text\": \"" + text + "\"}");
        fields.required("text", MessageText::new);

        assertThat(codeOf(fields)).isEqualTo(ViolationCode.INVALID_CHARACTER);
    }

    @Test
    void joinsEscapedSurrogates() {
        JsonFields fields = Json.readObject("{\"text\": \"\\ud83d\\udc4d\"}");

        assertThat(fields.required("text", MessageText::new).get()).isEqualTo(new MessageText("👍"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"true\"", "[]", "{}"})
    void takesNothingElseForTrueOrFalse(String value) {
        JsonFields fields = Json.readObject("{\"active\": " + value + "}");
        fields.requiredBoolean("active");

        assertThat(codeOf(fields)).isEqualTo(ViolationCode.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"AWAY, UNKNOWN_VALUE", "Away, UNKNOWN_VALUE", "'', UNKNOWN_VALUE", "gone, UNKNOWN_VALUE"})
    void takesWordsAsTheyAreWrittenOnly(String word, ViolationCode code) {
        JsonFields fields = Json.readObject("{\"state\": \"" + word + "\"}");
        fields.requiredWord("state", Activity.class);

        assertThat(codeOf(fields)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "a"                 | ids   | WRONG_TYPE
                    {"0": "a"}          | ids   | WRONG_TYPE
                    ["a", "b", "c"]     | ids   | TOO_LONG
                    ["a", 1]            | ids/1 | WRONG_TYPE
                    ["a", null]         | ids/1 | WRONG_TYPE
                    [["a"]]             | ids/0 | WRONG_TYPE
                    """)
    void namesTheElementOfAListThatIsWrong(String value, String field, ViolationCode code) {
        JsonFields fields = Json.readObject("{\"ids\": " + value + "}");
        fields.requiredTexts("ids", 2);

        assertThat(refusalOf(fields).violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple(field, code));
    }

    @Test
    void tellsNothingOfTheValueThatIsWrong() {
        JsonFields fields =
                Json.readObject("{\"text\": \"secret\\u0000\", \"state\": \"secret\", \"count\": \"secret\"}");
        fields.required("text", MessageText::new);
        fields.requiredWord("state", Activity.class);
        fields.optionalInteger("count", 0, Long::valueOf);

        assertThat(refusalOf(fields).violations())
                .hasSize(3)
                .allSatisfy(violation -> assertThat(violation.detail()).doesNotContain("secret"));
    }

    @Test
    void doesNotHandOutAFieldThatIsNotThere() {
        Field<Long> count = Json.readObject("{}").optionalInteger("count", 0, Long::valueOf);

        assertThatThrownBy(count::get).isInstanceOf(IllegalStateException.class);
    }

    private static ViolationCode codeOf(JsonFields fields) {
        List<Violation> violations = refusalOf(fields).violations();
        assertThat(violations).hasSize(1);
        return violations.get(0).code();
    }

    private static ValidationException refusalOf(JsonFields fields) {
        return catchThrowableOfType(ValidationException.class, fields::check);
    }
}
