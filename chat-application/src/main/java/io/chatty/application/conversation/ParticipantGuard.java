package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.Set;

/** Decides whether a person takes part in a conversation, and whom a person may address. */
final class ParticipantGuard {

    private final ConversationRepository conversations;
    private final UserRepository users;

    ParticipantGuard(ConversationRepository conversations, UserRepository users) {
        this.conversations = conversations;
        this.users = users;
    }

    /**
     * The two people of a conversation that exists for the user.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} otherwise
     */
    Participants require(ConversationId conversation, UserId user) {
        return conversations.findParticipants(conversation, user).orElseThrow(NOT_FOUND::refusal);
    }

    /**
     * The pair of a user and the person addressed.
     *
     * @throws io.chatty.domain.ChatException {@code CANNOT_MESSAGE_SELF}, {@code NOT_FOUND}
     */
    Participants address(UserId user, UserId peer) {
        Participants participants = Participants.of(user, peer);
        boolean acquainted = conversations
                .findParticipants(participants.conversationId(), user)
                .isPresent();
        if (!acquainted && !users.findPeople(Set.of(peer)).containsKey(peer)) {
            throw NOT_FOUND.refusal();
        }
        return participants;
    }
}
