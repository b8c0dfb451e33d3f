package io.chatty.adapter.stomp;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Command and headers of a frame, read as STOMP 1.2 says. */
record FrameHead(ClientCommand command, Map<String, String> headers) {

    private static final int MAX_HEADERS = 64;
    private static final String RECEIPT = "receipt:";

    /**
     * Reads the lines up to the empty one.
     *
     * @throws FrameException if the first is no command, a later one is no header, an escape is not one of the four, or
     *     there are more than 64 headers
     */
    static FrameHead parse(String text) {
        String[] lines = text.split("\n", -1);
        ClientCommand command = ClientCommand.find(withoutReturn(lines[0]));
        if (command == null || lines.length > MAX_HEADERS + 3) {
            throw FrameException.malformed(receiptIn(text));
        }
        Map<String, String> headers = new HashMap<>();
        // What follows the last header is the empty line and, after its end, nothing.
        for (int i = 1; i < lines.length - 2; i++) {
            String line = withoutReturn(lines[i]);
            int colon = line.indexOf(':');
            String name = colon < 1 ? null : text(command, line.substring(0, colon));
            String value = colon < 1 ? null : text(command, line.substring(colon + 1));
            if (name == null || value == null) {
                throw FrameException.malformed(receiptIn(text));
            }
            headers.putIfAbsent(name, value);
        }
        return new FrameHead(command, headers);
    }

    /** The receipt that a head asks for which is otherwise beyond reading, or null. */
    static @Nullable String receiptIn(String text) {
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(RECEIPT)) {
                return unescape(withoutReturn(line.substring(RECEIPT.length())));
            }
        }
        return null;
    }

    /** CONNECT is never escaped, so that servers of STOMP 1.0 understand it. */
    private static @Nullable String text(ClientCommand command, String raw) {
        return command.opens() ? raw : unescape(raw);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The text without its escapes, or null if one of them means nothing. */
    private static @Nullable String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (int slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', from)) {
            plain.append(text, from, slash);
            switch (slash + 1 < text.length() ? text.charAt(slash + 1) : ' ') {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 'c' -> plain.append(':');
                case '\\' -> plain.append('\\');
                default -> {
                    return null;
                }
            }
            from = slash + 2;
        }
        plain.append(text, from, text.length());
        return plain.toString();
    }
}
