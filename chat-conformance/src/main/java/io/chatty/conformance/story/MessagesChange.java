package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyConversation;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.List;

/** Edits, reactions, deletions and settings do what they say, tell whom they concern, and refuse with their codes. */
public final class MessagesChange implements Story {

    private static final String THUMB = "👍";
    private static final List<String> SEVEN = List.of("😀", "😃", "😄", "😁", "😆", "😅", "😂");

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        alice.send(conversation, "first");
        try (ChattySession atAlice = alice.connect();
                ChattySession atBob = bob.connect()) {
            edit(alice, conversation, atBob);
            react(alice, bob, conversation, atBob);
            refuse(alice, bob, conversation);
            delete(alice, bob, conversation, atBob);
            settle(alice, bob, conversation, atAlice);
        }
        return "edits, reactions, deletions and settings";
    }

    private static void edit(ChattyPerson alice, String conversation, ChattySession atBob) {
        ChattyConversation mine = alice.in(conversation);
        JsonObject edited = mine.edit(1, "second").expect(200).json();
        Expect.same("text", "second", edited.string("text"));
        Expect.that(edited.has("editedAt"), "editedAt", edited);
        Expect.same(
                "the same text changes nothing",
                edited,
                mine.edit(1, "second").expect(200).json());
        JsonObject event = atBob.awaitEvent("message.updated", "rev", 2);
        Expect.same("what Bob hears", Numbers.asAnybody(edited), event.object("message"));
    }

    private static void react(ChattyPerson alice, ChattyPerson bob, String conversation, ChattySession atBob) {
        bob.in(conversation).react(1, THUMB).expect(200);
        JsonObject both = alice.in(conversation).react(1, THUMB).expect(200).json();
        Expect.same("who reacted", List.of(bob.id(), alice.id()), both.strings("reactions.0.userIds"));
        Expect.same(
                "twice changes nothing",
                both,
                alice.in(conversation).react(1, THUMB).expect(200).json());
        JsonObject one = bob.in(conversation).unreact(1, THUMB).expect(200).json();
        Expect.same("who is left", List.of(alice.id()), one.strings("reactions.0.userIds"));
        atBob.awaitEvent("message.updated", "rev", 5);
        RestAnswer last = alice.in(conversation).unreact(1, THUMB).expect(200);
        for (String emoji : SEVEN) {
            last = alice.in(conversation).react(1, emoji);
        }
        expectField(last, "/emoji", "out-of-range");
    }

    private static void refuse(ChattyPerson alice, ChattyPerson bob, String conversation) {
        bob.in(conversation).edit(1, "mine now").expectProblem(403, "not-message-author");
        bob.in(conversation).delete(1).expectProblem(403, "not-message-author");
        for (String none : List.of("x", THUMB + THUMB, " ", "1")) {
            expectField(bob.in(conversation).react(1, none), "/emoji", "invalid-format");
            expectField(bob.in(conversation).unreact(1, none), "/emoji", "invalid-format");
        }
        ChattyConversation mine = alice.in(conversation);
        mine.edit(99, "not there").expectProblem(404, "not-found");
        mine.delete(99).expectProblem(404, "not-found");
        mine.react(99, THUMB).expectProblem(404, "not-found");
        expectField(mine.edit(1, " "), "/text", "not-visible");
        expectField(mine.changes(-1), "?since", "out-of-range");
        expectField(mine.set(JsonObject.of("muted", "yes")), "/muted", "wrong-type");
        alice.sync("made-up", 0).expectProblem(400, "invalid-cursor");
        String bobs = bob.sync(null, 0).expect(200).json().string("next");
        alice.sync(bobs, 0).expectProblem(400, "invalid-cursor");
        expectField(alice.sync(null, 26), "?wait", "out-of-range");
    }

    private static void delete(ChattyPerson alice, ChattyPerson bob, String conversation, ChattySession atBob) {
        long before = alice.conversation(conversation).number("rev");
        alice.in(conversation).delete(1).expect(204);
        JsonObject event = atBob.awaitEvent("message.deleted", "rev", before + 1);
        Expect.that(!event.has("message.text") && !event.has("message.reactions"), "nothing said", event);
        alice.in(conversation).edit(1, "again").expectProblem(409, "message-deleted");
        bob.in(conversation).react(1, THUMB).expectProblem(409, "message-deleted");
        JsonObject changed = bob.in(conversation).changes(0).expect(200).json();
        Expect.same("what changed", List.of(event.object("message")), changed.objects("messages"));
        Expect.same("rev", before + 1, changed.number("rev"));
        Expect.same(
                "last message",
                event.object("message"),
                bob.conversation(conversation).object("lastMessage"));
        Expect.same("unread", 0L, bob.conversation(conversation).number("unreadCount"));
    }

    private static void settle(ChattyPerson alice, ChattyPerson bob, String conversation, ChattySession atAlice) {
        JsonObject archived = alice.in(conversation)
                .set(JsonObject.of("archived", true, "pinned", true))
                .expect(200)
                .json();
        Expect.same(
                "event",
                archived.object("me"),
                atAlice.awaitEvent("conversation.updated").object("me"));
        Expect.same("list", List.of(), alice.conversations());
        Expect.same("archive", 1, alice.archivedConversations().size());
        bob.send(conversation, "come back");
        JsonObject back = alice.conversation(conversation);
        Expect.that(back.has("me.archived", false) && back.has("me.pinned", true), "back from the archive", back);
        Expect.same("list", 1, alice.conversations().size());
    }

    private static void expectField(RestAnswer answer, String pointer, String code) {
        JsonObject error =
                answer.expectProblem(400, "validation-failed").objects("errors").get(0);
        Expect.that(error.has("pointer", pointer) && error.has("code", code), pointer + " " + code, answer);
    }
}
