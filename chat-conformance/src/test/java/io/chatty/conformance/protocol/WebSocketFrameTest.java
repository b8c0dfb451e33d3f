package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketFrameTest {

    private static final byte[] MASK = HexFormat.of().parseHex("37fa213d");

    /** The examples of RFC 6455, section 5.7. */
    @Test
    void encodesTheExamplesOfTheStandard() {
        WebSocketFrame hello = WebSocketFrame.text("Hello");

        assertThat(HexFormat.of().formatHex(hello.encode(null))).isEqualTo("810548656c6c6f");
        assertThat(HexFormat.of().formatHex(hello.encode(MASK))).isEqualTo("818537fa213d7f9f4d5158");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 200_000})
    void readsBackEveryLengthMaskedOrNot(int length) throws IOException {
        WebSocketFrame frame = new WebSocketFrame(false, WebSocketFrame.BINARY, new byte[length]);

        assertThat(read(frame.encode(MASK))).isEqualTo(frame);
        assertThat(read(frame.encode(null))).isEqualTo(frame);
    }

    @Test
    void carriesCodeAndReasonInAClose() throws IOException {
        WebSocketFrame close = read(WebSocketFrame.close(4401, "sign in again").encode(MASK));

        assertThat(close.closing()).isEqualTo(new Closing(4401, "sign in again"));
        assertThat(new WebSocketFrame(true, WebSocketFrame.CLOSE, new byte[0]).closing())
                .isEqualTo(new Closing(1005, ""));
    }

    @Test
    void refusesAFrameCutShort() {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex("81054865"))).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesAFrameNobodyCouldHold() {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex("817f7fffffffffffffff")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes");
    }

    private static WebSocketFrame read(byte[] bytes) throws IOException {
        return WebSocketFrame.read(new ByteArrayInputStream(bytes));
    }
}
