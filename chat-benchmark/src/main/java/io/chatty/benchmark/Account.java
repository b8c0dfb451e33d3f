package io.chatty.benchmark;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * A person with many conversations, one of them long.
 *
 * @param peer of the long conversation; has never read in it
 * @param talk the id of the long conversation
 * @param messages how long that is
 * @param beginning a cursor from before anything was said
 * @param latest a cursor from after the last message
 */
record Account(ChattyPerson person, ChattyPerson peer, String talk, int messages, String beginning, String latest) {

    private static final int AT_ONCE = 16;
    private static final int ARCHIVED = 20;

    /** Registers the person and all peers, who each have said something. */
    static Account open(ChattyServer server, int conversations, int messages) {
        ChattyPerson person = server.register("Owner");
        String beginning = cursor(person);
        List<Callable<Integer>> shares = IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(share -> () -> {
                    for (int i = share; i < conversations - 1; i += AT_ONCE) {
                        ChattyPerson other = server.register("Peer");
                        String talk = other.openConversationWith(person);
                        other.send(talk, "Hello");
                        if (i < ARCHIVED) {
                            person.in(talk).set(JsonObject.of("archived", true)).expect(200);
                        }
                    }
                    return share;
                })
                .toList();
        Together.run(shares);
        ChattyPerson peer = server.register("Peer");
        String talk = person.openConversationWith(peer);
        person.send(talk, "One");
        peer.send(talk, "Two");
        return new Account(person, peer, talk, messages, beginning, beginning);
    }

    /** The same with the long conversation as the one that was active last. */
    Account wake() {
        person.send(talk, "Three");
        return new Account(person, peer, talk, messages, beginning, cursor(person));
    }

    private static String cursor(ChattyPerson person) {
        return person.sync(null, 0).expect(200).json().string("next");
    }
}
