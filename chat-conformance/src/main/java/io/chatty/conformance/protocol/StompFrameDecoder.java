package io.chatty.conformance.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into STOMP frames, wherever the stream was cut before; line ends between frames are heart-beats
 * and are counted. Strict: what is not STOMP is refused. Not thread-safe.
 */
public final class StompFrameDecoder {

    private static final int MAX_FRAME_BYTES = 16 << 20;

    private byte[] pending = new byte[0];
    private int at;
    private int beats;

    /**
     * Takes the next bytes and gives the frames they complete.
     *
     * @throws IllegalArgumentException when the bytes are not STOMP, or a frame is longer than 16 MiB
     */
    public List<StompFrame> feed(byte[] bytes) {
        byte[] joined = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, joined, pending.length, bytes.length);
        pending = joined;
        at = 0;
        List<StompFrame> frames = new ArrayList<>();
        for (StompFrame frame = next(); frame != null; frame = next()) {
            frames.add(frame);
        }
        pending = Arrays.copyOfRange(pending, at, pending.length);
        if (pending.length > MAX_FRAME_BYTES) {
            throw new IllegalArgumentException("a STOMP frame of more than " + MAX_FRAME_BYTES + " bytes");
        }
        return frames;
    }

    /** The number of heart-beats seen. */
    public int beats() {
        return beats;
    }

    private @Nullable StompFrame next() {
        while (at < pending.length && (pending[at] == '\n' || pending[at] == '\r')) {
            beats += pending[at] == '\n' ? 1 : 0;
            at++;
        }
        int start = at;
        List<String> head = head();
        if (head == null) {
            at = start;
            return null;
        }
        String command = head.get(0);
        if (!StompFrame.isCommand(command)) {
            throw new IllegalArgumentException("not a STOMP command: " + command);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        boolean raw = command.equals("CONNECT") || command.equals("CONNECTED");
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a STOMP header: " + line);
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1);
            headers.putIfAbsent(raw ? name : unescaped(name), raw ? value : unescaped(value));
        }
        String body = body(headers.get("content-length"));
        if (body == null) {
            at = start;
            return null;
        }
        return new StompFrame(command, headers, body);
    }

    /** The lines up to the empty one, or null when it has not come yet. */
    private @Nullable List<String> head() {
        List<String> lines = new ArrayList<>();
        while (true) {
            int end = indexOf('\n');
            if (end < 0) {
                return null;
            }
            int length = end > at && pending[end - 1] == '\r' ? end - 1 - at : end - at;
            String line = new String(pending, at, length, StandardCharsets.UTF_8);
            at = end + 1;
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line);
        }
    }

    /** The body up to its NUL, or null when that has not come yet. */
    private @Nullable String body(@Nullable String length) {
        int end = length == null ? indexOf('\0') : at + Integer.parseUnsignedInt(length);
        if (end < 0 || end >= pending.length) {
            return null;
        }
        if (pending[end] != 0) {
            throw new IllegalArgumentException("no NUL after a body of " + length + " bytes");
        }
        String body = new String(pending, at, end - at, StandardCharsets.UTF_8);
        at = end + 1;
        return body;
    }

    private int indexOf(char wanted) {
        for (int i = at; i < pending.length; i++) {
            if (pending[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
                out.append(
                        switch (i < text.length() ? text.charAt(i) : '?') {
                            case '\\' -> '\\';
                            case 'r' -> '\r';
                            case 'n' -> '\n';
                            case 'c' -> ':';
                            default -> throw new IllegalArgumentException("not a STOMP escape in: " + text);
                        });
            } else {
                out.append(next);
            }
        }
        return out.toString();
    }
}
