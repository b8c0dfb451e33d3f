package io.chatty.domain.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a device of a person knows what happened. It never expires, and nobody keeps it but the device.
 *
 * @param epoch of the store that gave it out
 * @param newest the time of the newest thing that had happened
 * @param digest of all that had happened within {@link SyncRepository#OVERLAP} before that: as long as it stays the same,
 *     nothing came late
 * @param place where to go on while there is more to tell; null at the end
 */
public record SyncCursor(
        String epoch,
        Instant newest,
        String digest,
        @Nullable SyncPlace place) {

    /** 96 bits: two states with one digest are not to be expected. */
    private static final int DIGEST_BYTES = 12;

    /** The cursor of a device that knows all that has happened. */
    static SyncCursor of(String epoch, List<Footprint> recent) {
        Instant newest = recent.stream()
                .map(Footprint::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new SyncCursor(epoch, newest, digest(recent), null);
    }

    /** Where what this device does not know begins. */
    SyncPlace start() {
        return place != null ? place : SyncPlace.before(newest.minus(SyncRepository.OVERLAP));
    }

    /** The same cursor of a device that goes on at a place, or is at the end. */
    SyncCursor at(@Nullable SyncPlace newPlace) {
        return new SyncCursor(epoch, newest, digest, newPlace);
    }

    private static String digest(List<Footprint> recent) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            recent.stream()
                    .sorted(Comparator.comparing(Footprint::conversation))
                    .map(Footprint::toString)
                    .forEach(print -> sha256.update(print.getBytes(StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256.digest(), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
