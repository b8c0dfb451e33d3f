package io.chatty.conformance.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a story insists on. */
final class Expect {

    private Expect() {}

    static void that(boolean promise, String what, Object seen) {
        if (!promise) {
            throw new AssertionError("expected " + what + ", seen: " + seen);
        }
    }

    static void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }
}
