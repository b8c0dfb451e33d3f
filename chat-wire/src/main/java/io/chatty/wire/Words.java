package io.chatty.wire;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.util.Locale;

/** Enumerations as they are written on the wire: {@code NOT_VISIBLE} is {@code not-visible}. */
public final class Words {

    private Words() {}

    /** The word for a constant. */
    public static String write(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a word, which must be written exactly.
     *
     * @throws InvalidValueException if it is none of them
     */
    public static <E extends Enum<E>> E read(Class<E> words, String word) {
        for (E constant : words.getEnumConstants()) {
            if (write(constant).equals(word)) {
                return constant;
            }
        }
        throw new InvalidValueException(ViolationCode.UNKNOWN_VALUE, "It is none of the words that are known here.");
    }
}
