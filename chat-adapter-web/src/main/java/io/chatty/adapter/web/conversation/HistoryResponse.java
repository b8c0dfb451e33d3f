package io.chatty.adapter.web.conversation;

import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.MessageResponse;
import java.util.List;

/** A page of a conversation; {@code rev} is the highest, read before the items. */
record HistoryResponse(List<MessageResponse> items, boolean hasBefore, boolean hasAfter, long rev) {

    static HistoryResponse of(HistoryPage page, UserId viewer) {
        return new HistoryResponse(
                page.items().stream()
                        .map(message -> Bodies.message(message, viewer))
                        .toList(),
                page.hasBefore(),
                page.hasAfter(),
                page.rev());
    }
}
