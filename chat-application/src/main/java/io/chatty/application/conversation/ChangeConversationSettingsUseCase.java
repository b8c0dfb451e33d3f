package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;

/** Mutes, archives, pins a conversation, or marks it unread, for oneself only. Thread-safe. */
public interface ChangeConversationSettingsUseCase {

    /**
     * Changes one's settings and tells all of one's own devices, if that changed anything.
     *
     * @return the conversation as it is now
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person
     */
    ConversationView change(UserId user, ConversationId conversation, SettingsChange change);
}
