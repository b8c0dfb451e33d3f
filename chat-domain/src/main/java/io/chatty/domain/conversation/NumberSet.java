package io.chatty.domain.conversation;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A set of numbers that lie mostly side by side: a bit for each, wherever they are. Not thread-safe. */
final class NumberSet {

    private static final int BLOCK = 1_024;

    private final TreeMap<Long, BitSet> blocks = new TreeMap<>();

    /** Returns whether the number is new. */
    boolean add(long number) {
        BitSet block = blocks.computeIfAbsent(Math.floorDiv(number, (long) BLOCK), key -> new BitSet(BLOCK));
        int bit = Math.floorMod(number, BLOCK);
        boolean isNew = !block.get(bit);
        block.set(bit);
        return isNew;
    }

    /**
     * Finds what is missing from 1 on.
     *
     * @param end what is above does not count
     * @param found takes the first number of each row of missing ones that one of the set follows
     */
    void forEachGap(long end, LongConsumer found) {
        long expected = 1;
        for (Map.Entry<Long, BitSet> block : blocks.entrySet()) {
            BitSet bits = block.getValue();
            for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
                long number = block.getKey() * BLOCK + bit;
                if (number > expected && number <= end) {
                    found.accept(expected);
                }
                expected = Math.max(expected, number + 1);
            }
        }
    }
}
