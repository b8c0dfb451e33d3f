package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.RateClaim;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Clock;

final class OpenConversationService implements OpenConversationUseCase {

    private final ParticipantGuard guard;
    private final ConversationRepository conversations;
    private final ConversationViewer viewer;
    private final SendingPace pace;
    private final Clock clock;

    OpenConversationService(
            ParticipantGuard guard,
            ConversationRepository conversations,
            ConversationViewer viewer,
            SendingPace pace,
            Clock clock) {
        this.guard = guard;
        this.conversations = conversations;
        this.viewer = viewer;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Opened open(UserId user, UserId peer) {
        Participants participants = Participants.of(user, peer);
        guard.requireAddressable(participants, user);
        RateClaim[] taken = pace.takeOpening(user, participants);
        boolean created = conversations.open(participants, user, clock.instant());
        if (!created) {
            pace.giveBack(taken);
        }
        ConversationView view = conversations
                .find(participants.conversationId(), user)
                .map(viewer::view)
                .orElseThrow(NOT_FOUND::refusal);
        return new Opened(view, created);
    }
}
