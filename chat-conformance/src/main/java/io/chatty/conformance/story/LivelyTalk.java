package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyConversation;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Replica;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.Inbox;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
    private final Inbox<Character> done;

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

    /** Whether all is done. */
    boolean isOver() {
        return done.mark() == CHANGES;
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
        Deque<Character> ahead = new ArrayDeque<>(deeds);
        Writer writer = new Writer(person.in(conversation), random);
        while (!ahead.isEmpty()) {
            char deed = ahead.remove();
            if (deed == 's') {
                long seq =
                        person.send(conversation, "message " + random.nextInt()).number("seq");
                writer.live.add(seq);
                writer.bare.add(seq);
                done.add(deed);
            } else if (writer.change(deed)) {
                done.add(deed);
            } else {
                // Nothing is there yet that it could be done to.
                ahead.add(deed);
            }
        }
        return true;
    }

    /** One of the two, with what of his messages can still be changed. */
    private static final class Writer {

        private final ChattyConversation conversation;
        private final Random random;
        private final List<Long> live = new ArrayList<>();
        private final List<Long> bare = new ArrayList<>();

        Writer(ChattyConversation conversation, Random random) {
            this.conversation = conversation;
            this.random = random;
        }

        /** Returns false if there is no message to change; each that is done is a change, none a repeat. */
        boolean change(char deed) {
            List<Long> choice = deed == 'r' ? bare : live;
            if (choice.isEmpty()) {
                return false;
            }
            Long seq = choice.get(random.nextInt(choice.size()));
            if (deed == 'e') {
                conversation.edit(seq, "edited " + random.nextLong()).expect(200);
            } else if (deed == 'r') {
                conversation.react(seq, "👍").expect(200);
                bare.remove(seq);
            } else {
                conversation.delete(seq).expect(204);
                live.remove(seq);
                bare.remove(seq);
            }
            return true;
        }
    }
}
