package io.chatty.application.conversation;

import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;

/** Catches up with a conversation. Costs what changed, not what was said. Thread-safe. */
public interface ReadChangesUseCase {

    /**
     * What changed after a number; to be repeated from the answer's {@code rev} as long as there is more.
     *
     * @param sinceRev from 0
     * @param limit most messages, from 1
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person
     */
    ChangesPage read(UserId user, ConversationId conversation, long sinceRev, int limit);
}
