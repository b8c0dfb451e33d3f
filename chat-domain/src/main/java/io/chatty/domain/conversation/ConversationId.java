package io.chatty.domain.conversation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.util.regex.Pattern;

/** Names a conversation for ever. Opaque to clients; made by {@link Participants#conversationId()}. */
public record ConversationId(String value) implements Comparable<ConversationId> {

    private static final Pattern FORM = Pattern.compile("c_[A-Za-z0-9_-]{1,62}");

    /** @throws InvalidValueException if it cannot be the id of a conversation */
    public ConversationId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(ViolationCode.INVALID_FORMAT, "Not the id of a conversation.");
        }
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
