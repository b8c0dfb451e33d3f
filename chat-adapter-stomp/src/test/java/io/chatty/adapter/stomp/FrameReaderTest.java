package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.wire.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private static final int MAX_BYTES = 1_000;

    private final FrameReader reader = new FrameReader(MAX_BYTES);

    private List<StompFrame> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<StompFrame> read(byte[] bytes) {
        reader.feed(bytes);
        List<StompFrame> frames = new ArrayList<>();
        for (StompFrame frame = reader.next(); frame != null; frame = reader.next()) {
            frames.add(frame);
        }
        return frames;
    }

    private StompFrame readOne(String text) {
        List<StompFrame> frames = read(text);
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    @Test
    void readsCommandHeadersAndBody() {
        StompFrame frame = readOne("SEND\ndestination:/app/x\nreceipt:1\n\nGrüße\n\0");

        assertThat(frame.command()).isEqualTo(ClientCommand.SEND);
        assertThat(frame.headers()).isEqualTo(Map.of("destination", "/app/x", "receipt", "1"));
        assertThat(frame.body()).isEqualTo("Grüße\n");
        assertThat(reader.isAmidFrame()).isFalse();
    }

    @Test
    void takesReturnAndLineFeedForALineEnd() {
        assertThat(readOne("SEND\r\na:b\r\n\r\nx\0").headers()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void skipsBeatsBetweenFrames() {
        assertThat(read("\n\r\n\nSEND\n\n\0\n\n\r\nSEND\n\n\0\n"))
                .extracting(StompFrame::number)
                .containsExactly(1L, 2L);
    }

    @Test
    void letsTheFirstOfRepeatedHeadersCount() {
        assertThat(readOne("SEND\na:1\na:2\n\n\0").header("a")).isEqualTo("1");
    }

    @Test
    void unescapesHeaders() {
        assertThat(readOne("SEND\na\\cb:1\\n2\\r3\\\\4\\c5:6\n\n\0").headers())
                .isEqualTo(Map.of("a:b", "1\n2\r3\\4:5:6"));
    }

    @Test
    void leavesConnectAsItIs() {
        assertThat(readOne("CONNECT\na:\\t\\c\n\n\0").header("a")).isEqualTo("\\t\\c");
    }

    @Test
    void keepsWhiteSpaceOfHeaders() {
        assertThat(readOne("SEND\n a : b \n\n\0").headers()).isEqualTo(Map.of(" a ", " b "));
    }

    @Test
    void takesNulsIntoABodyOfDeclaredLength() {
        assertThat(readOne("SEND\ncontent-length:3\n\na\0b\0").body()).isEqualTo("a\0b");
    }

    @Test
    void readsAFrameWhereverItIsCut() {
        byte[] bytes = "\nSEND\r\nreceipt:ü1\ncontent-length:7\n\n👍\0xy\0\nSUBSCRIBE\nid:1\n\n\0"
                .getBytes(StandardCharsets.UTF_8);
        List<StompFrame> whole = new FrameReaderTest().read(bytes);
        for (int cut = 1; cut < bytes.length; cut++) {
            FrameReaderTest other = new FrameReaderTest();
            List<StompFrame> pieces = new ArrayList<>(other.read(Arrays.copyOf(bytes, cut)));
            pieces.addAll(other.read(Arrays.copyOfRange(bytes, cut, bytes.length)));
            assertThat(pieces).as("cut at %s", cut).isEqualTo(whole);
        }
        List<StompFrame> oneByOne = new ArrayList<>();
        for (byte b : bytes) {
            oneByOne.addAll(read(new byte[] {b}));
        }
        assertThat(oneByOne).isEqualTo(whole).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "hello",
                "GET / HTTP/1.1\r\n",
                "SENDX",
                "SEND \n",
                "send\n\n\0",
                "CONNECTED\n\n\0",
                "SEND\n\0",
                "SEND\nx\n\n\0",
                "SEND\n:x\n\n\0",
                "SEND\na:\\\n\n\0",
                "SEND\na:\\x\n\n\0",
                "SEND\ncontent-length:\n\n\0",
                "SEND\ncontent-length:-1\n\n\0",
                "SEND\ncontent-length:+1\n\nx\0",
                "SEND\ncontent-length: 1\n\nx\0",
                "SEND\ncontent-length:1234567890\n\nx\0",
                "SEND\ncontent-length:1\n\nxy\0",
                "SUBSCRIBE\nid:1\n\nbody\0",
                "SEND\na:\0\n\n\0",
            })
    void refusesWhatIsNoFrame(String text) {
        FrameException refused = catchThrowableOfType(FrameException.class, () -> read(text));

        assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_FRAME);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (byte[] bytes : List.of(
                new byte[] {'S', 'E', 'N', 'D', '\n', 'a', ':', (byte) 0xc0, (byte) 0x80, '\n', '\n', 0},
                new byte[] {'S', 'E', 'N', 'D', '\n', '\n', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 0},
                new byte[] {'S', 'E', 'N', 'D', '\n', '\n', (byte) 0xf0, (byte) 0x9f, 0})) {
            assertThatExceptionOfType(FrameException.class).isThrownBy(() -> new FrameReaderTest().read(bytes));
        }
    }

    @Test
    void refusesTooManyAndTooLongHeaders() {
        assertThat(readOne("SEND\n" + "a:b\n".repeat(64) + "\n\0").headers()).hasSize(1);
        assertThatExceptionOfType(FrameException.class)
                .isThrownBy(() -> new FrameReaderTest().read("SEND\n" + "a:b\n".repeat(65) + "\n\0"));
        FrameReader wide = new FrameReader(64 * 1024);
        wide.feed(("SEND\na:" + "x".repeat(8 * 1024)).getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(FrameException.class).isThrownBy(wide::next);
    }

    @Test
    void refusesAFrameThatIsTooLargeAsSoonAsThatIsCertain() {
        String head = "SEND\nreceipt:r\n";
        int rest = MAX_BYTES - head.length() - 2;
        assertThat(readOne(head + "\n" + "x".repeat(rest) + "\0").body()).hasSize(rest);
        for (String text : List.of(
                head + "\n" + "x".repeat(rest + 1) + "\0",
                head + "\n" + "x".repeat(rest + 2),
                head + "content-length:1000\n\n")) {
            FrameException refused = catchThrowableOfType(FrameException.class, () -> new FrameReaderTest().read(text));
            assertThat(refused.code()).isEqualTo(ProblemCode.FRAME_TOO_LARGE);
            assertThat(refused.receipt()).isEqualTo("r");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOO\nreceipt:r\n\n\0",
                "SEND\nreceipt:r\nx\n\n\0",
                "SEND\nx\nreceipt:r\r\n\n\0",
                "SEND\nreceipt:r\n\0",
                "SEND\nreceipt:r\ncontent-length:x\n\n\0",
                "SEND\nreceipt:r\ncontent-length:1\n\nab\0",
                "ACK\nreceipt:r\n\nbody\0",
            })
    void namesTheReceiptOfWhatItRefuses(String text) {
        FrameException refused = catchThrowableOfType(FrameException.class, () -> read(text));

        assertThat(refused.receipt()).isEqualTo("r");
    }

    @Test
    void survivesWhateverComes() {
        Random random = new Random(42);
        String alphabet = "SENDCOT\n\r\0:\\ncr0123abü👍-";
        int frames = 0;
        for (int i = 0; i < 20_000; i++) {
            FrameReaderTest other = new FrameReaderTest();
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "SEND\n");
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.append("\n\n\0").toString().getBytes(StandardCharsets.UTF_8);
            int cut = random.nextInt(bytes.length);
            try {
                frames += other.read(Arrays.copyOf(bytes, cut)).size();
                frames +=
                        other.read(Arrays.copyOfRange(bytes, cut, bytes.length)).size();
            } catch (FrameException refused) {
                assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_FRAME);
            }
        }
        assertThat(frames).isGreaterThan(1_000);
    }
}
