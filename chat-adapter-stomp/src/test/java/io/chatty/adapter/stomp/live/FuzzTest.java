package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hostile frames by the hundred, the same ones every time: each that asks for a receipt is answered. */
class FuzzTest {

    private static final List<String> COMMANDS = List.of(
            "SEND",
            "SEND",
            "SEND",
            "SEND",
            "SUBSCRIBE",
            "UNSUBSCRIBE",
            "ACK",
            "NACK",
            "BEGIN",
            "COMMIT",
            "ABORT",
            "CONNECT",
            "STOMP",
            "MESSAGE",
            "FOO",
            "");
    private static final List<String> DESTINATIONS = List.of(
            "/app/messages.send",
            "/app/messages.send",
            "/app/receipts",
            "/app/typing",
            "/app/presence",
            "/app/presence.watch",
            "/user/queue/events",
            "/user/queue/replies",
            "/topic/x",
            "/app/**",
            "");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "1",
            "\"x\"",
            "{",
            "{\"text\":1}",
            "{\"conversationId\":null,\"text\":[]}",
            "{\"conversationId\":\"c_x\",\"text\":\"x\",\"clientMessageId\":\"m\"}",
            "{\"toUserId\":\"u_x\",\"text\":\"x\",\"readSeq\":1e400}",
            "{\"userIds\":[1,{}]}",
            "{\"userIds\":[\"u_x\"]}",
            "{\"state\":\"active\"}",
            "{\"state\":\"\\ud800\"}",
            "{\"active\":true,\"conversationId\":\"c_x\"}",
            "[".repeat(5_000),
            "{\"a\":".repeat(200),
            "\u0000",
            "{\"text\":\"" + "\ud83d\udc4d".repeat(2_000) + "\"}");
    private static final List<String> HEADERS = List.of(
            "content-length:0",
            "content-length:-1",
            "content-length:99999",
            "content-length:x",
            "transaction:t",
            "selector:1=1",
            "ack:client",
            "id:s",
            "content-type:text/xml",
            "x\\t:y",
            "no colon",
            "a:b:c",
            "receipt:second",
            "accept-version:1.2",
            "host:x",
            ":empty",
            "destination:/app/presence");

    private final TestServer server = TestServer.shared();

    @Test
    void answersEveryFrameThatAsksForAReceiptAndDisturbsNobody() {
        Random random = new Random(20_261_125);
        Person anna = server.newPerson();
        try (ChattySession neighbour = server.session(server.newPerson())) {
            StompConnection connection = listening(anna);
            for (int i = 0; i < 300; i++) {
                String frame = hostileFrame(random, "receipt-" + i);
                int before = connection.frames().mark();
                if (random.nextBoolean()) {
                    connection.sendText(frame);
                } else {
                    connection.sendBytes(frame.getBytes(StandardCharsets.UTF_8));
                }

                StompFrame answer = connection.frames().awaitAfter(before, "answer to " + frame, any -> true);

                assertThat(answer.command()).as(frame).isIn("RECEIPT", "MESSAGE", "ERROR");
                // What follows a frame that ends early is read as the next one.
                boolean endsEarly = frame.contains("content-length") || frame.indexOf('\0') < frame.length() - 1;
                if (answer.command().equals("ERROR") || endsEarly) {
                    connection.close();
                    connection = listening(anna);
                }
            }
            connection.close();
            neighbour.submit("/app/presence", JsonObject.of("state", "active")).accepted();
        }
    }

    private StompConnection listening(Person person) {
        StompConnection connection = server.connect(person);
        connection.sendForReceipt(StompFrame.subscribe("replies", "/user/queue/replies", "subscribed"));
        return connection;
    }

    private static String hostileFrame(Random random, String receipt) {
        StringBuilder frame = new StringBuilder(pick(random, COMMANDS));
        if (frame.isEmpty()) {
            frame.append("\u0001\u0002");
        }
        frame.append('\n').append("receipt:").append(receipt).append('\n');
        if (random.nextInt(10) > 0) {
            frame.append("destination:").append(pick(random, DESTINATIONS)).append('\n');
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            frame.append(pick(random, HEADERS)).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return frame.append('\n').append(pick(random, BODIES)).append('\0').toString();
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
