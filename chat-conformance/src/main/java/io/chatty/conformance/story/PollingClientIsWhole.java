package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.Replica;

/** A client without a socket that asks what happened, and waits for it, ends equal to the server. */
public final class PollingClientIsWhole implements Story {

    private static final int WAIT_SECONDS = 10;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        bob.openConversationWith(alice);
        LivelyTalk talk = new LivelyTalk(alice, bob, conversation, server.patience());
        Replica replica = bob.replicateByPolling();
        replica.sync(0);
        int[] polls = {0};
        String figure = talk.whileListening(() -> {
            while (replica.rev(conversation) < LivelyTalk.CHANGES && !talk.isOver()) {
                replica.sync(WAIT_SECONDS);
                polls[0]++;
            }
            return true;
        });
        replica.sync(0);
        LivelyTalk.expectEqual(replica, bob, conversation);
        return figure + ", " + polls[0] + " polls";
    }
}
