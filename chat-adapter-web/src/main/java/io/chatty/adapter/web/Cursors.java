package io.chatty.adapter.web;

import io.chatty.domain.user.UserId;
import io.chatty.wire.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors of lists: places that only this store gives out, each good for one list of one person. Sealed with HMAC-SHA256,
 * so that one that was made up, belongs to another list or to somebody else is recognised. Thread-safe.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";

    /** 128 bits of the seal are kept, the least that RFC 2104 section 5 advises. */
    private static final int SEAL_BYTES = 16;

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Makes a cursor.
     *
     * @param list names the list with everything that decides what is in it
     */
    public String seal(String list, UserId owner, String position) {
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        byte[] seal = sealOf(list, owner, place);
        byte[] cursor = ByteBuffer.allocate(SEAL_BYTES + place.length)
                .put(seal)
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position of a cursor.
     *
     * @throws ProblemException {@code invalid-cursor} if it was not made for this list and person by this store
     */
    public String open(String list, UserId owner, String cursor) {
        byte[] bytes = decode(cursor);
        if (bytes.length > SEAL_BYTES) {
            byte[] place = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
            if (MessageDigest.isEqual(sealOf(list, owner, place), Arrays.copyOf(bytes, SEAL_BYTES))) {
                return new String(place, StandardCharsets.UTF_8);
            }
        }
        throw new ProblemException(ProblemCode.INVALID_CURSOR);
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR);
        }
    }

    private byte[] sealOf(String list, UserId owner, byte[] place) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            addWithLength(mac, list.getBytes(StandardCharsets.UTF_8));
            addWithLength(mac, owner.value().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(place), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** With its length in front no part can be mistaken for the beginning of the next. */
    private static void addWithLength(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }
}
