package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who does not show how far he reads, who looks at somebody who does not, and who blocks, reads unseen: also a sync of the other
 * one does not betray it, until it is shown again. Nor does it betray other preferences; what shows in a conversation without
 * a message it tells.
 */
public final class HiddenReadingStaysHidden implements Story {

    /** Longer than it takes until a mark is written. */
    private static final int WAIT_SECONDS = 3;

    private static final long LAST = 3;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson hidden = server.register("Hidden");
        ChattyPerson blocker = server.register("Blocker");
        ChattyPerson curious = server.register("Curious");
        ChattyPerson open = server.register("Open");
        String withHidden = receivedBy(hidden, alice);
        String withBlocker = receivedBy(blocker, alice);
        String withOpen = receivedBy(open, curious);
        prefer(hidden, "readReceipts", false);
        prefer(curious, "readReceipts", false);
        blocker.rest().put("/api/v1/me/blocks/" + alice.id(), null).expect(204);
        String alices = settled(alice);
        String curiousOnes = settled(curious);

        hidden.report(withHidden, LAST, null);
        blocker.report(withBlocker, LAST, null);
        open.report(withOpen, LAST, null);
        prefer(hidden, "presence", false);
        prefer(hidden, "discoverable", false);

        Expect.same("told of hidden reading", Set.of(), told(alice, alices, WAIT_SECONDS));
        Expect.same("told to who hides", Set.of(), told(curious, curiousOnes, WAIT_SECONDS));

        prefer(hidden, "readReceipts", true);
        blocker.rest().delete("/api/v1/me/blocks/" + alice.id()).expect(204);
        prefer(curious, "readReceipts", true);
        Expect.same("told when it shows", Set.of(withHidden, withBlocker), told(alice, alices, 0));
        Expect.same("told when it shows", Set.of(withOpen), told(curious, curiousOnes, 0));
        for (String conversation : List.of(withHidden, withBlocker)) {
            Expect.same("mark", LAST, alice.conversation(conversation).number("peerReceipts.readSeq"));
        }
        Expect.same("mark", LAST, curious.conversation(withOpen).number("peerReceipts.readSeq"));
        tellsOfEmptyOnes(server.register("Opener"), server.register("Target"));
        return "3 ways to read unseen";
    }

    private static void tellsOfEmptyOnes(ChattyPerson opener, ChattyPerson target) {
        String empty = opener.openConversationWith(target);
        String cursor = settled(opener);
        String targets = settled(target);
        target.rest().patch("/api/v1/me", JsonObject.of("name", "Renamed")).expect(200);
        Expect.same("told of a new name", Set.of(empty), told(opener, cursor, 0));
        Expect.same("name", "Renamed", opener.conversation(empty).string("peer.name"));
        Expect.same("told to who did not open it", Set.of(), told(target, targets, 0));
        cursor = settled(opener);
        JsonObject password = JsonObject.of("password", target.credentials().password());
        target.rest().post("/api/v1/me/deletion", password).expect(204);
        Expect.same("told of a deletion", Set.of(empty), told(opener, cursor, 0));
    }

    /** A conversation in which one has all messages of the other on a device, and has read none. */
    private static String receivedBy(ChattyPerson receiver, ChattyPerson sender) {
        String conversation = sender.openConversationWith(receiver);
        for (int i = 1; i <= LAST; i++) {
            sender.send(conversation, "number " + i);
        }
        receiver.report(conversation, null, LAST);
        return conversation;
    }

    private static void prefer(ChattyPerson person, String preference, boolean on) {
        JsonObject preferences = JsonObject.of(preference, on);
        person.rest()
                .patch("/api/v1/me", JsonObject.of("preferences", preferences))
                .expect(200);
    }

    /** The cursor of a person to whom nothing happens any more. */
    private static String settled(ChattyPerson person) {
        String cursor = person.sync(null, 0).expect(200).json().string("next");
        while (true) {
            JsonObject page = person.sync(cursor, WAIT_SECONDS).expect(200).json();
            if (page.objects("conversations").isEmpty()) {
                return cursor;
            }
            cursor = page.string("next");
        }
    }

    private static Set<String> told(ChattyPerson person, String cursor, int waitSeconds) {
        return person.sync(cursor, waitSeconds).expect(200).json().objects("conversations").stream()
                .map(conversation -> conversation.string("id"))
                .collect(Collectors.toSet());
    }
}
