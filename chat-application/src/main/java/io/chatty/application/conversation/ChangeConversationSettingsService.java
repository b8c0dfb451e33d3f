package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

final class ChangeConversationSettingsService implements ChangeConversationSettingsUseCase {

    private final ConversationRepository conversations;
    private final ConversationViewer viewer;
    private final ConversationNotifier notifier;
    private final Clock clock;

    ChangeConversationSettingsService(
            ConversationRepository conversations,
            ConversationViewer viewer,
            ConversationNotifier notifier,
            Clock clock) {
        this.conversations = conversations;
        this.viewer = viewer;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public ConversationView change(UserId user, ConversationId conversation, SettingsChange change) {
        Instant now = clock.instant();
        boolean changed = conversations.changeSettings(conversation, user, change, now);
        ConversationEntry entry = conversations.find(conversation, user).orElseThrow(NOT_FOUND::refusal);
        ConversationView view = viewer.view(entry);
        if (changed) {
            notifier.tell(user, new ConversationUpdated(entry, view.blocked(), now));
        }
        return view;
    }
}
