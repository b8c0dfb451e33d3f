package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @MethodSource("malformedTexts")
    void refusesWhatIsNotOneObject(String what, String body) {
        assertThatThrownBy(() -> Json.readObject(body)).as(what).isInstanceOf(MalformedRequestException.class);
        assertThatThrownBy(() -> Json.readObject(body.getBytes(StandardCharsets.UTF_8)))
                .as(what + " in bytes")
                .isInstanceOf(MalformedRequestException.class);
    }

    static Stream<Arguments> malformedTexts() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("white space", " \r\n\t"),
                Arguments.of("a text", "\"text\""),
                Arguments.of("a number", "1"),
                Arguments.of("null", "null"),
                Arguments.of("true", "true"),
                Arguments.of("a list", "[{}]"),
                Arguments.of("an object that does not end", "{\"a\":1"),
                Arguments.of("a comma too many", "{\"a\":1,}"),
                Arguments.of("a second object", "{}{}"),
                Arguments.of("trailing text", "{} x"),
                Arguments.of("a trailing comma", "{},"),
                Arguments.of("a repeated key", "{\"a\":1,\"a\":1}"),
                Arguments.of("a key repeated as an escape", "{\"a\":1,\"\\u0061\":2}"),
                Arguments.of("a repeated key in an object within", "{\"a\":{\"b\":1,\"b\":2}}"),
                Arguments.of("a repeated key in a list within", "{\"a\":[{\"b\":1,\"b\":2}]}"),
                Arguments.of("a byte order mark", "\uFEFF{}"),
                Arguments.of("a NUL in front", "\0{}"),
                Arguments.of("a comment", "{/* a */}"),
                Arguments.of("a line comment", "{} // a"),
                Arguments.of("single quotes", "{'a':1}"),
                Arguments.of("a key without quotes", "{a:1}"),
                Arguments.of("not a number", "{\"a\":NaN}"),
                Arguments.of("infinity", "{\"a\":Infinity}"),
                Arguments.of("a leading zero", "{\"a\":01}"),
                Arguments.of("a leading plus", "{\"a\":+1}"),
                Arguments.of("a hexadecimal number", "{\"a\":0x1}"),
                Arguments.of("an unknown escape", "{\"a\":\"\\x\"}"),
                Arguments.of("a short escape", "{\"a\":\"\\u12\"}"),
                Arguments.of("a control character in a text", "{\"a\":\"\n\"}"),
                Arguments.of("a number of 100,000 digits", "{\"a\":" + "9".repeat(100_000) + "}"),
                Arguments.of("lists 33 deep", "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"),
                Arguments.of("objects 33 deep", "{\"a\":".repeat(33) + "1" + "}".repeat(33)),
                Arguments.of("100,000 lists that do not end", "{\"a\":" + "[".repeat(100_000)),
                Arguments.of("100,000 objects that do not end", "{\"a\":".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void refusesOtherEncodings(String encoding) {
        byte[] body = "{\"a\":1}".getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> Json.readObject(body)).isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @MethodSource("brokenBytes")
    void refusesBytesThatAreNotUtf8(String what, String hexadecimal) {
        byte[] broken = HexFormat.of().parseHex("7b2261223a22" + hexadecimal + "227d");

        assertThatThrownBy(() -> Json.readObject(broken)).as(what).isInstanceOf(MalformedRequestException.class);
    }

    static Stream<Arguments> brokenBytes() {
        return Stream.of(
                Arguments.of("a byte that never occurs", "ff"),
                Arguments.of("an end without a beginning", "80"),
                Arguments.of("a beginning without an end", "c3"),
                Arguments.of("a slash in two bytes", "c0af"),
                Arguments.of("a surrogate", "eda080"),
                Arguments.of("a surrogate pair", "eda0bdedb1ae"),
                Arguments.of("beyond Unicode", "f4908080"),
                Arguments.of("Latin-1", "e4f6fc"));
    }

    @Test
    void readsObjectsThirtyTwoDeep() {
        assertThatNoException().isThrownBy(() -> Json.readObject("{\"a\":".repeat(32) + "1" + "}".repeat(32)));
    }

    @Test
    void readsWhiteSpaceAroundAnObject() {
        assertThatNoException().isThrownBy(() -> Json.readObject("\r\n\t {} \n"));
    }

    @Test
    void tellsNothingOfTheBodyInAMalformedRequest() {
        assertThatThrownBy(() -> Json.readObject("{\"password\":\"secret"))
                .hasMessage("malformed request")
                .hasNoCause();
    }

    @Test
    void writesTextCodePointByCodePoint() {
        assertThat(Json.write(Map.of("a", "ä👍\u2028<&>'/"))).isEqualTo("{\"a\":\"ä👍\u2028<&>'/\"}");
        assertThat(Json.write(Map.of("a", "\"\\\n\t\r\u0001"))).isEqualTo("{\"a\":\"\\\"\\\\\\n\\t\\r\\u0001\"}");
    }

    @Test
    void writesTimesInUtcToTheMillisecond() {
        assertThat(Json.write(List.of(Instant.parse("2026-11-22T15:03:11.400+01:00"), Instant.EPOCH)))
                .isEqualTo("[\"2026-11-22T14:03:11.400Z\",\"1970-01-01T00:00:00Z\"]");
    }
}
