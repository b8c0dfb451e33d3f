package io.chatty.domain.conversation;

import java.util.List;

/**
 * A page of a conversation.
 *
 * @param items ascending by {@code seq}
 * @param hasBefore whether there are older messages than those of the page
 * @param hasAfter whether there are newer ones
 * @param rev the conversation's highest {@code rev}, read before the items: what changed later has a higher one
 */
public record HistoryPage(List<Message> items, boolean hasBefore, boolean hasAfter, long rev) {

    public HistoryPage {
        items = List.copyOf(items);
    }
}
