package io.chatty.domain.conversation;

import static io.chatty.domain.ErrorCode.CANNOT_MESSAGE_SELF;

import io.chatty.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The two people of a conversation, which never change.
 *
 * @param low the one whose id is the lower
 * @param high the other one
 */
public record Participants(UserId low, UserId high) {

    private static final int ID_BYTES = 16;

    /** @throws IllegalArgumentException if the ids are not in ascending order; {@link #of} brings them into it */
    public Participants {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("participants out of order");
        }
    }

    /**
     * The pair of two people, whichever is named first.
     *
     * @throws io.chatty.domain.ChatException {@code CANNOT_MESSAGE_SELF} if they are the same person
     */
    public static Participants of(UserId one, UserId other) {
        if (one.equals(other)) {
            throw CANNOT_MESSAGE_SELF.refusal();
        }
        return one.compareTo(other) < 0 ? new Participants(one, other) : new Participants(other, one);
    }

    /**
     * The id of their conversation: derived, so that two who open it at the same instant open the same one. 128 bits of
     * SHA-256 over both ids.
     */
    public ConversationId conversationId() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(low.value().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            byte[] digest = sha256.digest(high.value().getBytes(StandardCharsets.UTF_8));
            return new ConversationId(
                    "c_" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Both people, the lower id first. */
    public List<UserId> both() {
        return List.of(low, high);
    }

    public boolean includes(UserId user) {
        return low.equals(user) || high.equals(user);
    }

    /**
     * The other one.
     *
     * @throws IllegalArgumentException if the user is none of the two
     */
    public UserId peerOf(UserId user) {
        if (!includes(user)) {
            throw new IllegalArgumentException("not a participant");
        }
        return low.equals(user) ? high : low;
    }
}
