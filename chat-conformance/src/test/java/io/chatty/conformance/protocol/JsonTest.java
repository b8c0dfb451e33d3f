package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() {
        Object value = Json.parse(
                " {\"text\":\"a\\n\\u00e9\\\"\\\\\\/\",\"whole\":-12,\"broken\":1.5e2,\"yes\":true,\"no\":false,\"list\":[1,[],{}]} ");

        assertThat(value)
                .isEqualTo(Map.of(
                        "text",
                        "a\n\u00e9\"\\/",
                        "whole",
                        -12L,
                        "broken",
                        150.0,
                        "yes",
                        true,
                        "no",
                        false,
                        "list",
                        List.of(1L, List.of(), Map.of())));
        assertThat(Json.parse("null")).isNull();
    }

    @Test
    void keepsTheOrderOfKeys() {
        assertThat(JsonObject.parse("{\"b\":1,\"a\":2}").asMap().keySet()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "1.",
                "+1",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u00g0\"",
                "\"a\nb\"",
                "{\"a\":1,\"a\":2}",
                "'a'",
                "[1 2]",
                "NaN"
            })
    void refusesWhatIsNotStrictJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessageContaining("not JSON");
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(100_000)));
    }

    @Test
    void readsBackWhatItWrites() {
        JsonObject object = JsonObject.of(
                "text",
                "\u0000\t\"\\ \ud83d\ude80",
                "number",
                7,
                "list",
                Arrays.asList(1, null, "x"),
                "inner",
                JsonObject.of("a", 1.5));

        assertThat(JsonObject.parse(object.toString())).isEqualTo(object);
    }

    @Test
    void escapesUnpairedSurrogatesOnly() {
        assertThat(Json.write("a\ud800b")).isEqualTo("\"a\\ud800b\"");
        assertThat(Json.write("\udc00")).isEqualTo("\"\\udc00\"");
        assertThat(Json.write("\ud83d\ude80")).isEqualTo("\"\ud83d\ude80\"");
        assertThat(Json.parse("\"\\ud800\"")).isEqualTo("\ud800");
    }

    @Test
    void leavesNullsOutOfANewObject() {
        assertThat(JsonObject.of("a", null, "b", 1)).hasToString("{\"b\":1}");
    }

    @Test
    void findsByPath() {
        JsonObject object = JsonObject.parse("{\"a\":{\"b\":[{\"c\":3}]},\"n\":null}");

        assertThat(object.number("a.b.0.c")).isEqualTo(3);
        assertThat(object.has("a.b.0.c", 3)).isTrue();
        assertThat(object.has("a.b.1.c")).isFalse();
        assertThat(object.has("n")).isFalse();
        assertThat(object.objects("a.b")).containsExactly(JsonObject.of("c", 3));
    }

    @Test
    void showsTheObjectWhenAMemberIsMissing() {
        assertThatThrownBy(() -> JsonObject.of("a", 1).string("a"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String at a of {\"a\":1}");
    }

    @Test
    void changesACopy() {
        JsonObject object = JsonObject.of("a", 1);

        assertThat(object.with("b", 2).without("a")).isEqualTo(JsonObject.of("b", 2));
        assertThat(object).isEqualTo(JsonObject.of("a", 1));
    }
}
