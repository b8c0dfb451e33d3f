package io.chatty.domain.conversation;

import static io.chatty.domain.ErrorCode.EDIT_WINDOW_CLOSED;
import static io.chatty.domain.ErrorCode.MESSAGE_DELETED;
import static io.chatty.domain.ErrorCode.NOT_MESSAGE_AUTHOR;
import static io.chatty.domain.ErrorCode.TOO_MANY_CHANGES;

import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored message. Its verbs answer it as it is afterwards, or itself where nothing changes; the store then gives a
 * changed one its new {@code rev}.
 *
 * @param seq its place in the conversation, from 1
 * @param rev the number of its latest change, from 1
 * @param clientMessageId shown to the sender only
 * @param text null exactly when the message is deleted
 * @param replyTo the {@code seq} of the message it answers, or null
 * @param reactions in the order in which they came, no two alike
 * @param editedAt when the text was last edited; null if it never was
 * @param deletedAt null while the message lives
 * @param changes how often it was edited or reacted to, reactions taken back included
 */
public record Message(
        ConversationId conversationId,
        long seq,
        long rev,
        UserId senderId,
        ClientMessageId clientMessageId,
        @Nullable MessageText text,
        @Nullable Long replyTo,
        List<Reaction> reactions,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        int changes) {

    /** Most different emoji one person may have on a message. */
    public static final int MAX_REACTIONS_OF_A_PERSON = 6;

    /** @throws IllegalArgumentException if something is left of a deleted message, or of a living one nothing */
    public Message {
        reactions = List.copyOf(reactions);
        boolean erased = text == null && replyTo == null && reactions.isEmpty() && editedAt == null && changes == 0;
        if (deletedAt == null ? text == null : !erased) {
            throw new IllegalArgumentException("a message has a text or is erased");
        }
    }

    /** The message that a draft becomes once it has its numbers. */
    public static Message compose(MessageDraft draft, ConversationId conversationId, long seq, long rev) {
        return new Message(
                conversationId,
                seq,
                rev,
                draft.senderId(),
                draft.clientMessageId(),
                draft.text(),
                draft.replyTo(),
                List.of(),
                draft.sentAt(),
                null,
                null,
                0);
    }

    /**
     * Whether a draft with the same client message id may be a repeat of this one and not another message. What a changed
     * message once said is not kept, so any draft may be.
     */
    public boolean isRepeatedBy(MessageDraft draft) {
        return isDeleted()
                || editedAt != null
                || (Objects.equals(text, draft.text()) && Objects.equals(replyTo, draft.replyTo()));
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /**
     * Says something else instead; the same text changes nothing, also later.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_MESSAGE_AUTHOR}, {@code MESSAGE_DELETED}, {@code
     *     EDIT_WINDOW_CLOSED}, {@code TOO_MANY_CHANGES}
     */
    public Message edit(UserId by, MessageText newText, Instant now, ChangeLimits limits) {
        requireAuthor(by);
        requireLife();
        if (newText.equals(text)) {
            return this;
        }
        if (!now.isBefore(sentAt.plus(limits.editWindow()))) {
            throw EDIT_WINDOW_CLOSED.refusal();
        }
        return changed(newText, reactions, now, limits);
    }

    /**
     * Erases all that was said, for both people; twice changes nothing.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_MESSAGE_AUTHOR}
     */
    public Message delete(UserId by, Instant now) {
        requireAuthor(by);
        if (isDeleted()) {
            return this;
        }
        return new Message(
                conversationId, seq, rev, senderId, clientMessageId, null, null, List.of(), sentAt, null, now, 0);
    }

    /**
     * Adds a reaction; twice changes nothing.
     *
     * @throws io.chatty.domain.ChatException {@code MESSAGE_DELETED}, {@code TOO_MANY_CHANGES}, {@code VALIDATION_FAILED}
     *     of {@code emoji} beyond {@link #MAX_REACTIONS_OF_A_PERSON}
     */
    public Message react(UserId by, Emoji emoji, ChangeLimits limits) {
        requireLife();
        Reaction reaction = new Reaction(by, emoji);
        if (reactions.contains(reaction)) {
            return this;
        }
        if (reactions.stream().filter(other -> other.userId().equals(by)).count() >= MAX_REACTIONS_OF_A_PERSON) {
            throw ValidationException.of(
                    "emoji", ViolationCode.OUT_OF_RANGE, "One person has at most 6 reactions on a message.");
        }
        List<Reaction> more =
                Stream.concat(reactions.stream(), Stream.of(reaction)).toList();
        return changed(text, more, editedAt, limits);
    }

    /**
     * Takes a reaction back; one that is not there changes nothing.
     *
     * @throws io.chatty.domain.ChatException {@code MESSAGE_DELETED}, {@code TOO_MANY_CHANGES}
     */
    public Message unreact(UserId by, Emoji emoji, ChangeLimits limits) {
        requireLife();
        Reaction reaction = new Reaction(by, emoji);
        if (!reactions.contains(reaction)) {
            return this;
        }
        List<Reaction> fewer =
                reactions.stream().filter(other -> !other.equals(reaction)).toList();
        return changed(text, fewer, editedAt, limits);
    }

    /** This message under the number of its latest change. */
    public Message numbered(long newRev) {
        return new Message(
                conversationId,
                seq,
                newRev,
                senderId,
                clientMessageId,
                text,
                replyTo,
                reactions,
                sentAt,
                editedAt,
                deletedAt,
                changes);
    }

    private void requireAuthor(UserId user) {
        if (!senderId.equals(user)) {
            throw NOT_MESSAGE_AUTHOR.refusal();
        }
    }

    private void requireLife() {
        if (isDeleted()) {
            throw MESSAGE_DELETED.refusal();
        }
    }

    private Message changed(
            @Nullable MessageText newText,
            List<Reaction> newReactions,
            @Nullable Instant newEditedAt,
            ChangeLimits limits) {
        if (changes >= limits.changesPerMessage()) {
            throw TOO_MANY_CHANGES.refusal();
        }
        return new Message(
                conversationId,
                seq,
                rev,
                senderId,
                clientMessageId,
                newText,
                replyTo,
                newReactions,
                sentAt,
                newEditedAt,
                null,
                changes + 1);
    }
}
