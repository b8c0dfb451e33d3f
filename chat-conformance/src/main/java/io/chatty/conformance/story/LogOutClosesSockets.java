package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Signing out ends the sockets of that session and no other, and its token opens nothing any more. */
public final class LogOutClosesSockets implements Story {

    private static final int SIGN_IN_AGAIN = 4401;
    /** The promise for another node; on its own node it is one second. */
    private static final Duration PROMISE = Duration.ofSeconds(3);

    @Override
    public String play(ChattyServer server) {
        ChattyPerson desk = server.register("Alice");
        ChattyPerson phone = desk.signInAgain();
        ChattyPerson bob = server.register("Bob");
        String conversation = desk.openConversationWith(bob);
        try (ChattySession atDesk = desk.connect();
                ChattySession alsoAtDesk = desk.connect();
                ChattySession atPhone = phone.connect()) {
            long start = System.nanoTime();
            desk.signOut();
            atDesk.connection().awaitClosing(PROMISE);
            alsoAtDesk.connection().awaitClosing(PROMISE);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            atDesk.connection().awaitError("session-revoked", SIGN_IN_AGAIN);
            alsoAtDesk.connection().awaitError("session-revoked", SIGN_IN_AGAIN);

            desk.rest().get("/api/v1/me").expectProblem(401, "session-revoked");
            try (StompConnection again = server.openStomp(Handshake.STOMP)) {
                again.send(StompFrame.connect(desk.token()));
                again.awaitError("session-revoked", SIGN_IN_AGAIN);
            }
            atPhone.awaitEvent("session.revoked", "sessionId", desk.sessionId());
            atPhone.send(conversation, "still here");
            atPhone.awaitEvent("message.created", "message.text", "still here");
            return "2 sockets closed in " + millis + " ms, 1 lives";
        }
    }
}
