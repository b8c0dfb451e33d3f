package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.HistoryQuery;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.UserId;
import java.util.List;

final class ReadHistoryService implements ReadHistoryUseCase {

    private final ParticipantGuard guard;
    private final MessageRepository messages;

    ReadHistoryService(ParticipantGuard guard, MessageRepository messages) {
        this.guard = guard;
        this.messages = messages;
    }

    @Override
    public HistoryPage read(UserId user, ConversationId conversation, HistoryQuery query) {
        guard.require(conversation, user);
        // Before the items: whatever changes while they are read has a higher rev, and the reader will ask for it.
        Head head = messages.head(conversation);
        SeqRange range = query.rangeIn(head.lastSeq());
        List<Message> items = range.isEmpty() ? List.of() : messages.read(conversation, range);
        return new HistoryPage(items, range.from() > 1, range.to() < head.lastSeq(), head.rev());
    }
}
