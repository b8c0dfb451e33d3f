package io.chatty.conformance.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recursive-descent reader of RFC 8259, stricter in one point: a key may not be repeated. */
final class JsonReader {

    private static final int MAX_DEPTH = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.expected("the end");
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw expected("at most " + MAX_DEPTH + " levels");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (!taken('}')) {
            do {
                skipSpace();
                String key = string();
                if (members.containsKey(key)) {
                    throw expected("no second key \"" + key + "\"");
                }
                take(':');
                members.put(key, value(depth + 1));
            } while (taken(','));
            take('}');
        }
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        if (!taken(']')) {
            do {
                items.add(value(depth + 1));
            } while (taken(','));
            take(']');
        }
        return Collections.unmodifiableList(items);
    }

    private String string() {
        if (peek() != '"') {
            throw expected("a string");
        }
        at++;
        StringBuilder result = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at);
            if (next < ' ') {
                throw expected("no bare control character in a string");
            }
            at++;
            result.append(next == '\\' ? escaped() : next);
        }
        at++;
        return result.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw expected("a value");
        }
        String digits = matcher.group();
        at = matcher.end();
        if (matcher.group(1) == null && matcher.group(2) == null) {
            try {
                return Long.valueOf(digits);
            } catch (NumberFormatException tooLarge) {
                return Double.valueOf(digits);
            }
        }
        return Double.valueOf(digits);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw expected("more text");
        }
        return text.charAt(at);
    }

    private boolean taken(char wanted) {
        skipSpace();
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char wanted) {
        if (!taken(wanted)) {
            throw expected("'" + wanted + "'");
        }
    }

    private IllegalArgumentException expected(String what) {
        String around = text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20));
        return new IllegalArgumentException("not JSON: expected " + what + " at " + at + ", near: " + around);
    }
}
