package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.CANNOT_MESSAGE_USER;
import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;

/** Decides whether a person takes part in a conversation, and whether the other one can be reached. */
final class ParticipantGuard {

    private final ConversationRepository conversations;
    private final Relations relations;

    ParticipantGuard(ConversationRepository conversations, Relations relations) {
        this.conversations = conversations;
        this.relations = relations;
    }

    /**
     * The two people of a conversation that exists for the user.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} otherwise
     */
    Participants require(ConversationId conversation, UserId user) {
        return conversations.findParticipants(conversation, user).orElseThrow(NOT_FOUND::refusal);
    }

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} for a peer whom the user may not address */
    void requireAddressable(Participants participants, UserId user) {
        if (relations.addressable(user, participants.peerOf(user)).isEmpty()) {
            throw NOT_FOUND.refusal();
        }
    }

    /**
     * @throws io.chatty.domain.ChatException {@code CANNOT_MESSAGE_USER} if a block stands between the two, if the peer's
     *     account is deleted, or if the peer is not addressable; which of them is not told
     */
    void requireReachable(Participants participants, UserId user) {
        UserId peer = participants.peerOf(user);
        boolean open = relations.between(user, peer).map(Relation::isOpen).orElse(false);
        if (!open || relations.addressable(user, peer).isEmpty()) {
            throw CANNOT_MESSAGE_USER.refusal();
        }
    }
}
