package io.chatty.conformance.client;

import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.Inbox;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A live connection of somebody, subscribed to events and replies: everything pushed since it was opened is in
 * {@link #events()}. Thread-safe.
 */
public final class ChattySession implements AutoCloseable {

    private static final String EVENTS = "/user/queue/events";
    private static final String REPLIES = "/user/queue/replies";
    private static final String SEND = "/app/messages.send";
    private static final long USUAL_PAUSE_MS = 1000;

    private final StompConnection connection;
    private final Patience patience;
    private final StompFrame connected;
    private final Inbox<JsonObject> events;
    private final Inbox<JsonObject> replies;
    private final OpenCommands open = new OpenCommands();
    private final AtomicInteger receipts = new AtomicInteger();

    private ChattySession(StompConnection connection, StompFrame connected, Patience patience) {
        this.connection = connection;
        this.patience = patience;
        this.connected = connected;
        this.events = new Inbox<>("events of " + connected.header("user-name"), patience);
        this.replies = new Inbox<>("replies to " + connected.header("user-name"), patience);
    }

    /**
     * Opens a connection, signs in with the CONNECT frame, subscribes to events and replies, and waits until both
     * subscriptions are in force.
     *
     * @throws io.chatty.conformance.protocol.HandshakeRefusedException when the handshake is refused
     * @throws AssertionError when any later step is
     */
    public static ChattySession open(ChattyServer server, Handshake handshake, StompFrame connect) {
        StompConnection connection = server.openStomp(handshake);
        try {
            ChattySession session = new ChattySession(connection, connection.connect(connect), server.patience());
            session.listen();
            Command events = session.submit(StompFrame.of("SUBSCRIBE", "id", "events", "destination", EVENTS));
            Command replies = session.submit(StompFrame.of("SUBSCRIBE", "id", "replies", "destination", REPLIES));
            events.accepted();
            replies.accepted();
            return session;
        } catch (AssertionError refused) {
            connection.abort();
            throw refused;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing follows the end of a connection
    private void listen() {
        connection.frames().offerTo(this::takes);
        connection.closing().thenAccept(how -> {
            events.end(how.toString());
            replies.end(how.toString());
            open.end("session ended: " + how);
        });
    }

    private boolean takes(StompFrame frame) {
        if (frame.is("MESSAGE", "subscription", "events")) {
            events.add(frame.json());
            return true;
        }
        if (frame.is("MESSAGE", "subscription", "replies")) {
            JsonObject reply = frame.json();
            // Seen first: whoever waits for the outcome may look at all replies right after.
            replies.add(reply);
            open.replied(reply);
            return true;
        }
        if (frame.command().equals("ERROR")) {
            open.end(frame.toString());
        }
        return frame.command().equals("RECEIPT") && open.received(frame);
    }

    /** The connection below, for whatever this class does not offer; it keeps ERROR and every unexpected frame. */
    public StompConnection connection() {
        return connection;
    }

    /** The answer to CONNECT. */
    public StompFrame connected() {
        return connected;
    }

    /** The events pushed to this session, in the order of their arrival. */
    public Inbox<JsonObject> events() {
        return events;
    }

    /** The acks and nacks pushed to this session, in the order of their arrival. */
    public Inbox<JsonObject> replies() {
        return replies;
    }

    /** Sends a frame with a receipt header of its own, and waits for nothing. */
    public Command submit(StompFrame frame) {
        return submit(frame, null, false);
    }

    /** Sends a JSON body to a destination with a receipt header of its own, and waits for nothing. */
    public Command submit(String destination, JsonObject body) {
        boolean message = destination.equals(SEND);
        String clientMessageId = body.find("clientMessageId") instanceof String id ? id : null;
        return submit(StompFrame.send(destination, body), message ? clientMessageId : null, message);
    }

    private Command submit(StompFrame frame, @Nullable String clientMessageId, boolean acknowledged) {
        String receiptId = "r-" + receipts.incrementAndGet();
        Command command = new Command(receiptId, clientMessageId, acknowledged, patience);
        open.add(command);
        connection.send(frame.with("receipt", receiptId));
        return command;
    }

    /** Sends a message, and waits for nothing. */
    public Command submitMessage(String conversationId, String clientMessageId, String text) {
        return submit(SEND, messageOf(conversationId, clientMessageId, text));
    }

    static JsonObject messageOf(String conversationId, String clientMessageId, String text) {
        return JsonObject.of("conversationId", conversationId, "clientMessageId", clientMessageId, "text", text);
    }

    /**
     * Sends a message and waits until it is stored; where the server is busy it is sent again with the same
     * {@code clientMessageId}, for as long as the patience lasts.
     *
     * @return the Message of the ack
     * @throws AssertionError when it is refused for good, or nothing comes
     */
    public JsonObject send(String conversationId, String text) {
        return send(messageOf(conversationId, RandomWords.clientMessageId(), text));
    }

    /** The same for a whole body. */
    public JsonObject send(JsonObject message) {
        BackOff backOff = new BackOff(patience);
        while (true) {
            Command command = submit(SEND, message);
            JsonObject reply = command.awaitReply();
            if (reply.has("type", "ack")) {
                return command.ack().object("message");
            }
            JsonObject problem = reply.object("problem");
            if (!BackOff.isTransient(problem)) {
                throw new AssertionError("not sent: " + reply);
            }
            backOff.pause(reply.has("retryAfterMs") ? reply.number("retryAfterMs") : USUAL_PAUSE_MS, problem);
        }
    }

    /** Reports watermarks and waits until they are accepted; null leaves one out. */
    public void report(String conversationId, @Nullable Long readSeq, @Nullable Long deliveredSeq) {
        submit(
                        "/app/receipts",
                        JsonObject.of(
                                "conversationId", conversationId, "readSeq", readSeq, "deliveredSeq", deliveredSeq))
                .accepted();
    }

    /** Says whether this person is typing. */
    public void typing(String conversationId, boolean active) {
        submit("/app/typing", JsonObject.of("conversationId", conversationId, "active", active))
                .accepted();
    }

    /** Says {@code active} or {@code away}. */
    public void appear(String state) {
        submit("/app/presence", JsonObject.of("state", state)).accepted();
    }

    /** Watches exactly these people from now on. */
    public void watch(String... userIds) {
        submit("/app/presence.watch", JsonObject.of("userIds", List.of(userIds)))
                .accepted();
    }

    /**
     * An event of a type in which certain values stand at certain paths.
     *
     * @param pathsAndValues in turn, such as {@code "message.seq", 3}
     */
    public static Predicate<JsonObject> event(String type, Object... pathsAndValues) {
        return event -> {
            boolean same = event.has("type", type);
            for (int i = 0; same && i < pathsAndValues.length; i += 2) {
                same = event.has(String.valueOf(pathsAndValues[i]), pathsAndValues[i + 1]);
            }
            return same;
        };
    }

    /** Waits for the first event of a type in which certain values stand at certain paths, whenever it came. */
    public JsonObject awaitEvent(String type, Object... pathsAndValues) {
        return events.await(type + " " + List.of(pathsAndValues), event(type, pathsAndValues));
    }

    /** The new messages of a conversation pushed so far, in the order of their arrival, repeats included. */
    public List<JsonObject> messagesSeen(String conversationId) {
        return events.seen(event("message.created", "conversationId", conversationId)).stream()
                .map(event -> event.object("message"))
                .toList();
    }

    /** Says goodbye with DISCONNECT, waits for its RECEIPT, and closes. */
    public void leave() {
        submit(StompFrame.of("DISCONNECT")).accepted();
        connection.close();
    }

    /** Closes the WebSocket with 1000. */
    @Override
    public void close() {
        connection.close();
    }
}
