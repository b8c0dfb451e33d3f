package io.chatty.endtoend;

import java.util.concurrent.atomic.AtomicInteger;

/** Where people come from. */
final class Addresses {

    private static final AtomicInteger LAST = new AtomicInteger();

    private Addresses() {}

    /** An address of a network that nobody has come from yet. */
    static String fresh() {
        return "2001:db8:0:" + Integer.toHexString(LAST.incrementAndGet()) + "::1";
    }
}
