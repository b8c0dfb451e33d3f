package io.chatty.wire;

import org.jspecify.annotations.Nullable;

/**
 * A field of a request that has been looked at: its value, or nothing if it was left out or broke a rule. To be read after
 * {@link JsonFields#check()}.
 */
public final class Field<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    /**
     * The value of a field that is required or was given.
     *
     * @throws IllegalStateException if there is none
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("read before the fields were checked, or left out");
        }
        return value;
    }

    /** The value, or null if the field was left out. */
    public @Nullable T orNull() {
        return value;
    }

    public T orElse(T other) {
        return value == null ? other : value;
    }
}
