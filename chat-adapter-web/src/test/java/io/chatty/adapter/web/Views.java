package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.ShownMarks;
import io.chatty.testkit.Times;
import io.chatty.testkit.conversation.ConversationFixtures;

/** What Anna sees of her conversation with Bob. */
final class Views {

    private Views() {}

    /** With so many messages, all of them Bob's. */
    static ConversationView ofConversation(long lastSeq) {
        ConversationEntry entry = new ConversationEntry(
                ANNA_AND_BOB,
                ANNA.id(),
                Times.NOW,
                new Head(lastSeq, lastSeq),
                lastSeq == 0 ? null : ofMessage(lastSeq),
                Marks.NONE,
                Marks.NONE,
                null,
                Settings.NONE,
                0);
        return new ConversationView(entry, BOB.person(), new ShownMarks(Marks.NONE, true), false, true);
    }

    /** A message of Bob. */
    static Message ofMessage(long seq) {
        return Message.compose(ConversationFixtures.draft(BOB, ANNA, "hello"), ANNA_WITH_BOB, seq, seq);
    }
}
