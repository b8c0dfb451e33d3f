package io.chatty.conformance.story;

import java.util.List;
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

    /** That both lists are alike; only their first difference is shown. */
    static <T> void same(String what, List<T> expected, List<T> actual) {
        int alike = 0;
        while (alike < Math.min(expected.size(), actual.size())
                && expected.get(alike).equals(actual.get(alike))) {
            alike++;
        }
        if (alike < Math.max(expected.size(), actual.size())) {
            throw new AssertionError(what + ": expected " + expected.size() + ", got " + actual.size()
                    + "; the first difference at " + alike + ": expected " + at(alike, expected) + ", got "
                    + at(alike, actual));
        }
    }

    private static Object at(int index, List<?> list) {
        return index < list.size() ? list.get(index) : "nothing";
    }

    static void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }
}
