package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.LiveReplica;

/** A client that is cut off again and again while much happens ends equal to the server, by the protocol alone. */
public final class CutClientIsWhole implements Story {

    private static final int CUTS = 10;
    private static final int MISSED_AT_LEAST = 5;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        bob.openConversationWith(alice);
        LivelyTalk talk = new LivelyTalk(alice, bob, conversation, server.patience());
        try (LiveReplica replica = bob.replicate()) {
            replica.connect();
            String figure = talk.whileListening(() -> {
                for (int cut = 1; cut <= CUTS; cut++) {
                    int until = LivelyTalk.CHANGES * cut / (CUTS + 1);
                    talk.await(until);
                    replica.cut();
                    talk.await(until + MISSED_AT_LEAST);
                    replica.connect();
                }
                talk.await(LivelyTalk.CHANGES);
                return true;
            });
            replica.await(conversation, LivelyTalk.CHANGES);
            LivelyTalk.expectEqual(replica.replica(), bob, conversation);
            return figure + ", " + CUTS + " cuts";
        }
    }
}
