package io.chatty.conformance.story;

import static io.chatty.conformance.client.ChattySession.event;
import static io.chatty.conformance.story.Numbers.asAnybody;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.time.Instant;
import java.util.List;

/**
 * Two people register, find each other, see who is online, write both ways over both transports, read, type, and one
 * leaves.
 */
public final class TwoPeopleTalk implements Story {

    private static final String HELLO = "Hello Bob, at three?\n\tSigned: \"A\" \\ <b>\u00e9</b> \ud83d\ude80";
    private static final String FINE = "Three is fine";

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        findEachOther(server, alice, bob);
        try (ChattySession atAlice = alice.connect();
                ChattySession atBob = seeOnline(alice, atAlice, bob)) {
            String conversation = openConversation(alice, bob);
            JsonObject hello = sendOverStomp(conversation, atAlice, atBob);
            JsonObject fine = sendOverRest(conversation, bob, atAlice, hello);
            readHistory(conversation, List.of(alice, bob), hello, fine);
            readReceipts(conversation, alice, atAlice, bob, atBob);
            type(conversation, atAlice, atBob, alice);
            int before = atAlice.events().mark();
            atBob.leave();
            atAlice.events()
                    .awaitAfter(
                            before, "Bob's going", event("presence.changed", "userId", bob.id(), "state", "offline"));
        }
        return "2 messages each way of sending";
    }

    private static void findEachOther(ChattyServer server, ChattyPerson alice, ChattyPerson bob) {
        JsonObject me = alice.rest().get("/api/v1/me").expect(200).json();
        Expect.same("me", alice.me(), me);
        Expect.same("my e-mail", alice.credentials().email(), me.string("email"));
        JsonObject publicBob = JsonObject.of("id", bob.id(), "name", bob.name());
        String path = "/api/v1/users/" + bob.id();
        Expect.same(
                "Bob as Alice sees him",
                publicBob,
                alice.rest().get(path).expect(200).json());
        if (server.rest().get("/api/v1/server").expect(200).json().has("directory", "open")) {
            String word = bob.name().substring(bob.name().indexOf(' ') + 1);
            Expect.same("the directory for " + word, List.of(publicBob), alice.directory(word.substring(0, 8)));
            Expect.same("the directory for my own name", List.of(), bob.directory(word));
        }
    }

    private static ChattySession seeOnline(ChattyPerson alice, ChattySession atAlice, ChattyPerson bob) {
        atAlice.watch(bob.id());
        atAlice.awaitEvent("presence.changed", "userId", bob.id(), "state", "offline");
        ChattySession atBob = bob.connect();
        atAlice.awaitEvent("presence.changed", "userId", bob.id(), "state", "online");
        Expect.same("presence of Bob", "online", alice.presenceOf(bob).string("state"));
        return atBob;
    }

    private static String openConversation(ChattyPerson alice, ChattyPerson bob) {
        String path = "/api/v1/conversations/with/" + bob.id();
        RestAnswer first = alice.rest().put(path, null).expect(201);
        JsonObject opened = first.json();
        String id = opened.string("id");
        Expect.that(String.valueOf(first.header("Location")).endsWith(id), "the Location of " + id, first.headers());
        Expect.that(
                opened.has("lastSeq", 0) && opened.has("peer.id", bob.id()) && opened.has("canSend", true),
                "an empty conversation with Bob",
                opened);
        Expect.same(
                "opened again", opened, alice.rest().put(path, null).expect(200).json());
        Expect.same("listed", List.of(opened), alice.conversations());
        bob.rest().get("/api/v1/conversations/" + id).expectProblem(404, "not-found");
        Expect.same("Bob's list before the first message", List.of(), bob.conversations());
        return id;
    }

    private static JsonObject sendOverStomp(String conversation, ChattySession atAlice, ChattySession atBob) {
        String clientMessageId = RandomWords.clientMessageId();
        JsonObject ack =
                atAlice.submitMessage(conversation, clientMessageId, HELLO).ack();
        JsonObject hello = ack.object("message");
        Expect.that(
                ack.has("re", clientMessageId) && ack.has("status", 201) && !ack.has("replayed"),
                "the ack of a first send",
                ack);
        Expect.that(
                hello.has("text", HELLO) && hello.has("seq", 1) && hello.has("clientMessageId", clientMessageId),
                "the message as it was sent",
                hello);
        Instant.parse(hello.string("sentAt"));
        JsonObject heard = atBob.awaitEvent("message.created", "message.seq", 1);
        Expect.same("the message at Bob's", asAnybody(hello), heard.object("message"));
        Expect.that(
                heard.has("rev", 1) && heard.has("conversation.id", conversation) && heard.has("at"),
                "the first event with its conversation",
                heard);
        JsonObject echo = atAlice.awaitEvent("message.created", "message.seq", 1);
        Expect.same("the message at Alice's own", hello, echo.object("message"));
        return hello;
    }

    private static JsonObject sendOverRest(
            String conversation, ChattyPerson bob, ChattySession atAlice, JsonObject hello) {
        String path = "/api/v1/conversations/" + conversation + "/messages";
        JsonObject body = JsonObject.of(
                "clientMessageId", RandomWords.clientMessageId(), "text", FINE, "replyTo", hello.number("seq"));
        RestAnswer answer = bob.rest().post(path, body).expect(201);
        JsonObject fine = answer.json();
        Expect.that(String.valueOf(answer.header("Location")).endsWith(path + "/2"), "a Location", answer.headers());
        Expect.that(
                fine.has("seq", 2) && fine.has("rev", 2) && fine.has("replyTo", 1) && fine.has("text", FINE),
                "the answer in its place",
                fine);
        JsonObject heard = atAlice.awaitEvent("message.created", "message.seq", 2);
        Expect.same("the message at Alice's", asAnybody(fine), heard.object("message"));
        Expect.same("one message", fine, bob.message(conversation, 2));
        return fine;
    }

    private static void readHistory(String conversation, List<ChattyPerson> both, JsonObject... messages) {
        List<JsonObject> wanted = asAnybody(List.of(messages));
        for (ChattyPerson person : both) {
            Expect.same("history of " + person, wanted, asAnybody(person.history(conversation)));
            List<JsonObject> list = person.conversations();
            Expect.that(
                    list.size() == 1
                            && list.get(0).has("id", conversation)
                            && list.get(0).has("lastSeq", 2)
                            && list.get(0).has("rev", 2)
                            && list.get(0).has("unreadCount", 1)
                            && list.get(0).has("lastMessage.text", FINE),
                    "one conversation with one unread message",
                    list);
        }
    }

    private static void readReceipts(
            String conversation, ChattyPerson alice, ChattySession atAlice, ChattyPerson bob, ChattySession atBob) {
        atBob.report(conversation, 1L, null);
        JsonObject seen = atAlice.awaitEvent("receipts.updated", "userId", bob.id(), "readSeq", 1);
        Instant.parse(seen.string("readAt"));
        Expect.that(!seen.has("unreadCount"), "no unread count of somebody else", seen);
        atBob.awaitEvent("receipts.updated", "userId", bob.id(), "readSeq", 1, "unreadCount", 0);
        JsonObject marks = alice.conversation(conversation).object("peerReceipts");
        Expect.that(
                marks.has("readSeq", 1) && marks.has("deliveredSeq", 1) && marks.has("readAt"),
                "Bob's marks with their times",
                marks);
        Expect.same("unread at Bob's", 0L, bob.conversation(conversation).number("unreadCount"));

        JsonObject delivered = alice.report(conversation, null, 2L);
        Expect.that(
                delivered.has("deliveredSeq", 2) && delivered.has("unreadCount", 1),
                "delivered and still unread",
                delivered);
        atBob.awaitEvent("receipts.updated", "userId", alice.id(), "deliveredSeq", 2);
        JsonObject read = alice.report(conversation, 99L, null);
        Expect.that(read.has("readSeq", 2) && read.has("unreadCount", 0), "a mark cut to the last message", read);
        JsonObject lower = alice.report(conversation, 1L, 1L);
        Expect.that(lower.has("readSeq", 2), "a mark that only grows", lower);
        atBob.awaitEvent("receipts.updated", "userId", alice.id(), "readSeq", 2);
    }

    private static void type(String conversation, ChattySession atAlice, ChattySession atBob, ChattyPerson alice) {
        atAlice.typing(conversation, true);
        atBob.awaitEvent("typing", "conversationId", conversation, "userId", alice.id(), "active", true);
        atAlice.typing(conversation, false);
        atBob.awaitEvent("typing", "conversationId", conversation, "userId", alice.id(), "active", false);
        List<JsonObject> own = atAlice.events().seen(event("typing"));
        Expect.that(own.isEmpty(), "no typing of her own at Alice's", own);
    }
}
