package io.chatty.adapter.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a client sends into frames, wherever WebSocket messages begin and end: one may hold several frames, and a
 * frame may come in several. Line ends between frames are heart-beats. What is not STOMP is refused as soon as that is
 * certain, not only when a NUL comes. Used by one thread.
 */
final class FrameReader {

    private static final int MAX_HEAD_BYTES = 8 * 1024;
    private static final int MAX_LENGTH_DIGITS = 9;
    private static final byte[] NOTHING = {};

    private final int maxBytes;
    private byte[] data = NOTHING;
    private long frames;
    private int at;

    /** @param maxBytes longest frame, from its command to its NUL */
    FrameReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes the next bytes; {@link #next()} gives the frames that they complete. The array must not be changed after. */
    void feed(byte[] bytes) {
        if (at == data.length) {
            data = bytes;
        } else {
            byte[] joined = Arrays.copyOfRange(data, at, data.length + bytes.length);
            System.arraycopy(bytes, 0, joined, data.length - at, bytes.length);
            data = joined;
        }
        at = 0;
    }

    /** Whether a frame has begun that is not complete. */
    boolean isAmidFrame() {
        return at < data.length;
    }

    /**
     * The next complete frame, or null until more is fed.
     *
     * @throws FrameException if what comes next can never become a frame, or is too large a one
     */
    @Nullable
    StompFrame next() {
        while (at < data.length && (data[at] == '\n' || data[at] == '\r')) {
            at++;
        }
        if (at == data.length) {
            data = NOTHING;
            at = 0;
            return null;
        }
        int bodyStart = endOfHead();
        if (bodyStart < 0) {
            checkBeginning();
            return null;
        }
        FrameHead head = FrameHead.parse(decode(at, bodyStart, null));
        String receipt = head.headers().get("receipt");
        int end = endOfBody(head, bodyStart);
        int known = end < 0 ? data.length : end + 1;
        if (known - at > maxBytes) {
            throw FrameException.tooLarge(receipt);
        }
        if (end < 0) {
            return null;
        }
        if (end > bodyStart && head.command() != ClientCommand.SEND) {
            throw FrameException.malformed(receipt);
        }
        String body = decode(bodyStart, end, receipt);
        at = end + 1;
        frames++;
        return new StompFrame(frames, head.command(), head.headers(), body);
    }

    /** Where the body starts, or -1 while the empty line after the headers has not come. */
    private int endOfHead() {
        int lineStart = at;
        int limit = Math.min(data.length, at + MAX_HEAD_BYTES);
        for (int i = at; i < limit; i++) {
            if (data[i] == 0) {
                throw FrameException.malformed(receiptBefore(i));
            }
            if (data[i] == '\n') {
                boolean empty = i == lineStart || (i == lineStart + 1 && data[lineStart] == '\r');
                if (empty) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        if (limit < data.length) {
            throw FrameException.malformed(receiptBefore(limit));
        }
        return -1;
    }

    /** A head that is not complete must at least begin with a command. */
    private void checkBeginning() {
        int end = at;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        String line = new String(data, at, end - at, StandardCharsets.UTF_8);
        String word = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        boolean possible = end < data.length || !word.equals(line)
                ? ClientCommand.find(word) != null
                : ClientCommand.isBegunBy(word);
        if (!possible) {
            throw FrameException.malformed(receiptBefore(data.length));
        }
    }

    /** Where the NUL after the body is, or -1 while it has not come. */
    private int endOfBody(FrameHead head, int start) {
        String declared = head.headers().get("content-length");
        if (declared == null) {
            for (int i = start; i < data.length; i++) {
                if (data[i] == 0) {
                    return i;
                }
            }
            return -1;
        }
        String receipt = head.headers().get("receipt");
        if (declared.isEmpty()
                || declared.length() > MAX_LENGTH_DIGITS
                || !declared.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw FrameException.malformed(receipt);
        }
        int end = start + Integer.parseInt(declared);
        if (end + 1 - at > maxBytes) {
            throw FrameException.tooLarge(receipt);
        }
        if (end >= data.length) {
            return -1;
        }
        if (data[end] != 0) {
            throw FrameException.malformed(receipt);
        }
        return end;
    }

    private @Nullable String receiptBefore(int end) {
        return FrameHead.receiptIn(new String(data, at, end - at, StandardCharsets.UTF_8));
    }

    private String decode(int from, int to, @Nullable String receipt) {
        try {
            // Strict: what is replaced or guessed here would be stored as something nobody wrote.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(data, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FrameException.malformed(receipt);
        }
    }
}
