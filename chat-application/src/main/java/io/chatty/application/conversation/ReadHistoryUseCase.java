package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.HistoryQuery;
import io.chatty.domain.user.UserId;

/** Reads what was said. A page costs the same in a conversation of a hundred and of a million messages. Thread-safe. */
public interface ReadHistoryUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person */
    HistoryPage read(UserId user, ConversationId conversation, HistoryQuery query);
}
