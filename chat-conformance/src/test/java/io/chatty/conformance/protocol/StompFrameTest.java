package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompFrameTest {

    private static final StompFrame FRAME =
            StompFrame.of("MESSAGE", "a:b", "line\nbreak\r\\").withBody("\u00e9\ud83d\ude80");

    private final StompFrameDecoder decoder = new StompFrameDecoder();

    @Test
    void countsTheBodyInBytes() {
        assertThat(FRAME.encode())
                .isEqualTo("MESSAGE\na\\cb:line\\nbreak\\r\\\\\ncontent-length:6\n\n\u00e9\ud83d\ude80\0");
    }

    @Test
    void escapesNothingInConnect() {
        assertThat(StompFrame.of("CONNECT", "Authorization", "a:b").encode())
                .isEqualTo("CONNECT\nAuthorization:a:b\n\n\0");
    }

    @Test
    void neverShowsTheToken() {
        assertThat(StompFrame.connect("secret")).asString().doesNotContain("secret");
    }

    @Test
    void decodesWhatWasEncoded() {
        assertThat(feed(FRAME.encode())).containsExactly(FRAME.with("content-length", "6"));
    }

    @Test
    void decodesBytesThatComeOneByOne() {
        List<StompFrame> frames = new ArrayList<>();
        for (byte each : (FRAME.encode() + "\n" + FRAME.encode()).getBytes(StandardCharsets.UTF_8)) {
            frames.addAll(decoder.feed(new byte[] {each}));
        }

        assertThat(frames).hasSize(2).allMatch(FRAME.with("content-length", "6")::equals);
    }

    @Test
    void countsBeatsBetweenFrames() {
        assertThat(feed("\n\r\n" + FRAME.encode() + "\n")).hasSize(1);
        assertThat(decoder.beats()).isEqualTo(3);
    }

    @Test
    void takesANulInsideABodyOfKnownLength() {
        assertThat(feed("MESSAGE\ncontent-length:3\n\na\0b\0").get(0).body()).isEqualTo("a\0b");
    }

    @Test
    void keepsTheFirstOfARepeatedHeader() {
        assertThat(feed("MESSAGE\r\na:1\r\na:2\r\n\r\n\0").get(0).header("a")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\n\n\0",
                "MESSAGE\nno colon\n\n\0",
                "MESSAGE\na:\\t\n\n\0",
                "MESSAGE\ncontent-length:1\n\nab\0",
                "MESSAGE\ncontent-length:x\n\n\0"
            })
    void refusesWhatIsNotStomp(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> feed(text));
    }

    private List<StompFrame> feed(String text) {
        return decoder.feed(text.getBytes(StandardCharsets.UTF_8));
    }
}
