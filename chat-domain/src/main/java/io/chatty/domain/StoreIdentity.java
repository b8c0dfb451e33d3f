package io.chatty.domain;

import java.util.Arrays;

/**
 * What makes a store this store: made with it at random, kept for its life, renewed when it is restored from a copy.
 *
 * @param epoch public; clients that see another one discard what they remember of numbers and cursors
 * @param cursorKey secret of 32 bytes that seals cursors, so that one that was made up or given to somebody else is
 *     recognised on every node and after every restart
 */
public record StoreIdentity(String epoch, byte[] cursorKey) {

    /** @throws IllegalArgumentException if the key has another length */
    public StoreIdentity {
        if (cursorKey.length != 32) {
            throw new IllegalArgumentException("cursor key of " + cursorKey.length + " bytes");
        }
        cursorKey = cursorKey.clone();
    }

    @Override
    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreIdentity that
                && epoch.equals(that.epoch)
                && Arrays.equals(cursorKey, that.cursorKey);
    }

    @Override
    public int hashCode() {
        return epoch.hashCode();
    }

    @Override
    public String toString() {
        return "StoreIdentity[epoch=" + epoch + "]";
    }
}
