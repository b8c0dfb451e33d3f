package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Replica;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.Inbox;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Two people who write, correct themselves, react and take back, both at once. */
final class LivelyTalk {

    private static final int WRITERS = 2;
    private static final int MESSAGES = 300;
    private static final int EDITS = 60;
    private static final int REACTIONS = 30;
    private static final int DELETIONS = 20;

    /** What is done in all. */
    static final int CHANGES = MESSAGES + EDITS + REACTIONS + DELETIONS;

    private final ChattyPerson alice;
    private final ChattyPerson bob;
    private final String conversation;
    private final long seed = new SecureRandom().nextLong();
    private final Inbox<Integer> done;

    LivelyTalk(ChattyPerson alice, ChattyPerson bob, String conversation, Patience patience) {
        this.alice = alice;
        this.bob = bob;
        this.conversation = conversation;
        this.done = new Inbox<>("changes done", patience);
    }

    /** Talks while somebody listens, and says how it was. */
    String whileListening(Callable<Boolean> listener) {
        try {
            Together.run(List.of(() -> write(alice, new Random(seed)), () -> write(bob, new Random(~seed)), listener));
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
        return MESSAGES + " messages, " + EDITS + " edits, " + REACTIONS + " reactions, " + DELETIONS + " deletions";
    }

    /** Waits until so many changes are done. */
    void await(int changes) {
        done.awaitMany(changes + " changes", changes, change -> true);
    }

    /** That a replica is what somebody is shown by the server. */
    static void expectEqual(Replica replica, ChattyPerson person, String conversation) {
        JsonObject state = person.conversation(conversation);
        Expect.same("messages", person.history(conversation), replica.messages(conversation));
        Expect.same("rev", state.number("rev"), replica.rev(conversation));
        Expect.same("settings", state.object("me"), replica.mine(conversation));
        Expect.same("all changes", (long) CHANGES, state.number("rev"));
    }

    private boolean write(ChattyPerson person, Random random) {
        List<Character> deeds = new ArrayList<>();
        deeds.addAll(Collections.nCopies(MESSAGES / WRITERS, 's'));
        deeds.addAll(Collections.nCopies(EDITS / WRITERS, 'e'));
        deeds.addAll(Collections.nCopies(REACTIONS / WRITERS, 'r'));
        deeds.addAll(Collections.nCopies(DELETIONS / WRITERS, 'd'));
        Collections.shuffle(deeds, random);
        // Something must be there before it can be changed.
        deeds.remove((Character) 's');
        deeds.add(0, 's');
        List<Long> mine = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            act(person, deeds.get(i), mine, random);
            done.add(i);
        }
        return true;
    }

    private void act(ChattyPerson person, char deed, List<Long> mine, Random random) {
        if (deed == 's' || mine.isEmpty()) {
            mine.add(person.send(conversation, "message " + random.nextInt()).number("seq"));
            return;
        }
        long seq = mine.get(random.nextInt(mine.size()));
        if (deed == 'e') {
            person.in(conversation).edit(seq, "edited " + random.nextLong()).expect(200);
        } else if (deed == 'r') {
            person.in(conversation).react(seq, "👍").expect(200);
        } else {
            person.in(conversation).delete(seq).expect(204);
            mine.remove(seq);
        }
    }
}
