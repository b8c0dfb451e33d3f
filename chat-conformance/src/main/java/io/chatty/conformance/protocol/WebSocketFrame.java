package io.chatty.conformance.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One frame of RFC 6455, section 5.2, without extensions.
 *
 * @param last the FIN bit: whether this frame ends its message
 * @param opcode 0 to 15
 * @param payload never masked here; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the contents, see below
public record WebSocketFrame(boolean last, int opcode, byte[] payload) {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final int MASKED = 0x80;
    private static final int LAST = 0x80;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int MASK_LENGTH = 4;
    private static final int MAX_PAYLOAD = 64 << 20;

    /** A whole text message. */
    public static WebSocketFrame text(String text) {
        return new WebSocketFrame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A close frame with a code and a reason. */
    public static WebSocketFrame close(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(2 + words.length)
                .putShort((short) code)
                .put(words)
                .array();
        return new WebSocketFrame(true, CLOSE, payload);
    }

    /**
     * The bytes of this frame.
     *
     * @param mask four bytes as a client must use them, or null for a frame as a server sends it
     */
    public byte[] encode(byte @Nullable [] mask) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 14);
        int masked = mask == null ? 0 : MASKED;
        out.write((last ? LAST : 0) | opcode);
        if (payload.length < LENGTH_OF_16_BITS) {
            out.write(masked | payload.length);
        } else if (payload.length <= 0xFFFF) {
            out.write(masked | LENGTH_OF_16_BITS);
            out.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            out.write(masked | LENGTH_OF_64_BITS);
            out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        if (mask == null) {
            out.writeBytes(payload);
        } else {
            out.writeBytes(mask);
            out.writeBytes(masked(payload, mask));
        }
        return out.toByteArray();
    }

    /**
     * Reads one frame and takes its mask off.
     *
     * @throws IOException when the stream ends or breaks, or the frame is longer than 64 MiB
     */
    public static WebSocketFrame read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int first = data.readUnsignedByte();
        int second = data.readUnsignedByte();
        long length = second & ~MASKED;
        if (length == LENGTH_OF_16_BITS) {
            length = data.readUnsignedShort();
        } else if (length == LENGTH_OF_64_BITS) {
            length = data.readLong();
        }
        if (length < 0 || length > MAX_PAYLOAD) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] mask = new byte[(second & MASKED) == 0 ? 0 : MASK_LENGTH];
        data.readFully(mask);
        byte[] payload = new byte[(int) length];
        data.readFully(payload);
        return new WebSocketFrame(
                (first & LAST) != 0, first & 0x0F, mask.length == 0 ? payload : masked(payload, mask));
    }

    private static byte[] masked(byte[] payload, byte[] mask) {
        byte[] result = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            result[i] = (byte) (payload[i] ^ mask[i % MASK_LENGTH]);
        }
        return result;
    }

    /** The payload as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** What a close frame says; 1005 where it says nothing. */
    public Closing closing() {
        if (payload.length < 2) {
            return new Closing(1005, "");
        }
        int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        return new Closing(code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebSocketFrame that
                && last == that.last
                && opcode == that.opcode
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload) * 31 + opcode;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[opcode %x, last %s, %s]", opcode, last, text());
    }
}
