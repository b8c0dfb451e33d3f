package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.SettingsChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of changes that were made over the other transport. */
class ChangesTest {

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();
    private final String conversation = server.conversationOf(anna, bob);
    private final ConversationId id = new ConversationId(conversation);

    @Test
    void tellsEverySessionOfBothOfEditsReactionsAndDeletions() {
        try (ChattySession one = server.session(anna);
                ChattySession other = server.session(anna);
                ChattySession atBob = server.session(bob)) {
            server.conversations().editMessage().edit(anna.user(), id, 1, new MessageText("bye"));
            server.conversations().addReaction().add(bob.user(), id, 1, new Emoji("👍"));
            server.conversations().deleteMessage().delete(anna.user(), id, 1);

            for (ChattySession session : List.of(one, other, atBob)) {
                JsonObject edited = session.awaitEvent("message.updated", "rev", 2);
                assertThat(edited.string("message.text")).isEqualTo("bye");
                JsonObject reacted = session.awaitEvent("message.updated", "rev", 3);
                assertThat(reacted.strings("message.reactions.0.userIds")).containsExactly(bob.id());
                JsonObject deleted = session.awaitEvent("message.deleted", "rev", 4);
                assertThat(deleted.has("message.text")).isFalse();
                assertThat(deleted.has("message.clientMessageId")).isEqualTo(session != atBob);
            }
        }
    }

    @Test
    void tellsOnlyOnesOwnSessionsOfSettings() {
        try (ChattySession one = server.session(anna);
                ChattySession other = server.session(anna);
                ChattySession atBob = server.session(bob)) {
            server.conversations()
                    .changeConversationSettings()
                    .change(anna.user(), id, new SettingsChange(true, null, null, null));

            assertThat(one.awaitEvent("conversation.updated").truth("me.muted")).isTrue();
            assertThat(other.awaitEvent("conversation.updated").string("conversationId"))
                    .isEqualTo(conversation);
            server.say(anna, bob, "after it");
            atBob.awaitEvent("message.created", "message.seq", 2);
            assertThat(atBob.events().seen(ChattySession.event("conversation.updated")))
                    .isEmpty();
        }
    }

    @Test
    void answersARepeatOfADeletedMessageWithWhatIsLeft() {
        JsonObject message =
                JsonObject.of("conversationId", conversation, "clientMessageId", "lost-ack", "text", "secret");
        try (ChattySession session = server.session(anna)) {
            assertThat(session.send(message).number("seq")).isEqualTo(2);
            server.conversations().deleteMessage().delete(anna.user(), id, 2);

            JsonObject ack = session.submit("/app/messages.send", message.with("text", "else"))
                    .ack();

            assertThat(ack.truth("replayed")).isTrue();
            assertThat(ack.number("message.seq")).isEqualTo(2);
            assertThat(ack.has("message.deletedAt")).isTrue();
            assertThat(ack.toString()).doesNotContain("secret", "else");
        }
    }

    @Test
    void asksWhoMissedAnEventToSync() {
        try (ChattySession one = server.session(anna);
                ChattySession atBob = server.session(bob)) {
            server.conversationNotifier()
                    .tell(
                            anna.user(),
                            new ConversationUpdated(
                                    mock(ConversationEntry.class),
                                    false,
                                    server.clock().instant()));
            server.say(anna, bob, "after it");

            assertThat(one.awaitEvent("sync.required").number("withinMs")).isPositive();
            one.awaitEvent("message.created", "message.seq", 2);
            atBob.awaitEvent("message.created", "message.seq", 2);
            assertThat(atBob.events().seen(ChattySession.event("sync.required")))
                    .isEmpty();
        }
    }
}
