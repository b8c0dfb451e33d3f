package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.StompConnection;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    @Test
    void finishesWhatIsUnderWayAndTellsEverybodyToComeBack() {
        TestServer server = TestServer.start();
        Person anna = server.newPerson();
        Person bob = server.newPerson();
        String conversation = server.conversationOf(anna, bob);
        ChattySession busy = server.session(anna);
        ChattySession idle = server.session(bob);
        StompConnection stranger = server.open();
        server.sending().hold();
        Command sent = busy.submitMessage(conversation, "m1", "just in time");
        await().until(() -> server.sending().heldBack() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);

        assertThat(idle.awaitEvent("server.draining").number("reconnectAfterMs"))
                .isBetween(0L, 5_000L);
        assertThat(idle.connection().awaitClosing().code()).isEqualTo(1012);
        assertThat(stranger.awaitClosing().code()).isEqualTo(1012);
        HandshakeRefusedException refused = catchThrowableOfType(
                HandshakeRefusedException.class, () -> server.client().openRaw(Handshake.STOMP));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(busy.connection().isOpen()).isTrue();
        server.sending().release();
        assertThat(sent.ack().number("message.seq")).isEqualTo(2);
        assertThat(busy.connection().awaitClosing().code()).isEqualTo(1012);
        stopped.join();
    }
}
