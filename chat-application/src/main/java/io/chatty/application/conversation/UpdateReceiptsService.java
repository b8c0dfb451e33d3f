package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;

final class UpdateReceiptsService implements UpdateReceiptsUseCase {

    private final ParticipantGuard guard;
    private final MarkAdvancer advancer;
    private final MarkRepository marks;

    UpdateReceiptsService(ParticipantGuard guard, MarkAdvancer advancer, MarkRepository marks) {
        this.guard = guard;
        this.advancer = advancer;
        this.marks = marks;
    }

    @Override
    public Receipts update(UserId user, ConversationId conversation, MarkReport report) {
        Marks now = advancer.advance(guard.require(conversation, user), user, report);
        return new Receipts(now, marks.unreadCount(conversation, user));
    }
}
