package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.user.UserId;

final class UpdateReceiptsService implements UpdateReceiptsUseCase {

    private final ParticipantGuard guard;
    private final MarkAdvancer marks;

    UpdateReceiptsService(ParticipantGuard guard, MarkAdvancer marks) {
        this.guard = guard;
        this.marks = marks;
    }

    @Override
    public Receipts update(UserId user, ConversationId conversation, MarkReport report) {
        return marks.advance(guard.require(conversation, user), user, report);
    }
}
