package io.chatty.conformance.protocol;

import org.jspecify.annotations.Nullable;

/**
 * JSON text to plain values and back.
 *
 * <p>Objects are {@link java.util.Map}s in the order of their keys, arrays are {@link java.util.List}s; whole numbers
 * that fit are {@link Long}s, all others {@link Double}s. What comes back is unmodifiable.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one JSON value, strictly: a repeated key, a trailing comma, anything after the value, or nesting deeper than
     * 100 is refused.
     *
     * @throws IllegalArgumentException when the text is not JSON; the message says where
     */
    public static @Nullable Object parse(String text) {
        return JsonReader.read(text);
    }

    /**
     * Writes a value as compact JSON. Unpaired surrogates are escaped, so that even text no UTF-8 can carry reaches the
     * other side.
     *
     * @param value null, a {@link JsonObject}, map, iterable, string, number or boolean, nested as you like
     * @throws IllegalArgumentException when a value is of another type, or a number is not finite
     */
    public static String write(@Nullable Object value) {
        return JsonWriter.write(value);
    }
}
