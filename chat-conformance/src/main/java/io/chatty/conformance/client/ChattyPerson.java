package io.chatty.conformance.client;

import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.conformance.protocol.RestClient;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.conformance.protocol.StompFrameDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who has signed in once, with the token of that session. Thread-safe. */
public final class ChattyPerson {

    private static final int PAGE = 100;

    private final ChattyServer server;
    private final Credentials credentials;
    private final JsonObject me;
    private final String sessionId;
    private final String token;
    private final RestClient rest;

    ChattyPerson(ChattyServer server, Credentials credentials, JsonObject answer) {
        this.server = server;
        this.credentials = credentials;
        this.me = answer.object("user");
        this.sessionId = answer.string("session.id");
        this.token = answer.string("token");
        this.rest = server.rest().withToken(token);
    }

    public String id() {
        return me.string("id");
    }

    public String name() {
        return me.string("name");
    }

    /** Me, as it was when this session began. */
    public JsonObject me() {
        return me;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The id of the session this token belongs to. */
    public String sessionId() {
        return sessionId;
    }

    public String token() {
        return token;
    }

    /** REST with the token of this session. */
    public RestClient rest() {
        return rest;
    }

    /** The same person on another device: a session and a token of its own. */
    public ChattyPerson signInAgain() {
        return server.signIn(credentials);
    }

    /** Ends this session. */
    public void signOut() {
        rest.delete("/api/v1/sessions/current").expect(204);
    }

    /** A live connection, subscribed to events and replies. */
    public ChattySession connect() {
        return ChattySession.open(server, Handshake.STOMP, StompFrame.connect(token));
    }

    /**
     * A connection on a bare socket, signed in and subscribed to events; from then on nothing is read and no ping
     * answered unless the caller does it.
     */
    public RawWebSocket connectRaw() {
        RawWebSocket socket = server.openRaw(Handshake.STOMP);
        try {
            tell(socket, StompFrame.connect(token), "CONNECTED");
            tell(socket, StompFrame.subscribe("events", "/user/queue/events", "r-1"), "RECEIPT");
            return socket;
        } catch (AssertionError refused) {
            socket.close();
            throw refused;
        }
    }

    private static void tell(RawWebSocket socket, StompFrame frame, String wanted) {
        socket.sendText(frame.encode());
        StompFrameDecoder decoder = new StompFrameDecoder();
        List<StompFrame> answers = List.of();
        while (answers.isEmpty()) {
            answers = decoder.feed(socket.readText().getBytes(StandardCharsets.UTF_8));
        }
        if (!answers.get(0).command().equals(wanted)) {
            throw new AssertionError("no " + wanted + ", but " + answers);
        }
    }

    /** Opens the conversation with somebody, or finds it. */
    public String openConversationWith(ChattyPerson peer) {
        return rest.put("/api/v1/conversations/with/" + peer.id(), null)
                .expect(200, 201)
                .json()
                .string("id");
    }

    /** A conversation as I see it. */
    public JsonObject conversation(String conversationId) {
        return rest.get(conversationPath(conversationId)).expect(200).json();
    }

    /** All my conversations that are not archived, in the order of the list. */
    public List<JsonObject> conversations() {
        return list("/api/v1/conversations?");
    }

    /** All my conversations that are archived, in the order of the list. */
    public List<JsonObject> archivedConversations() {
        return list("/api/v1/conversations?filter=archived&");
    }

    /** Everybody in the directory a word of whose name begins with this. */
    public List<JsonObject> directory(String prefix) {
        return list("/api/v1/users?q=" + encoded(prefix) + "&");
    }

    private List<JsonObject> list(String pathAndQuestionMark) {
        List<JsonObject> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonObject page = rest.get(pathAndQuestionMark + "limit=" + PAGE + cursor)
                    .expect(200)
                    .json();
            all.addAll(page.objects("items"));
            if (!page.has("next")) {
                return all;
            }
            cursor = "&cursor=" + encoded(page.string("next"));
        }
    }

    /** One attempt to send a message, whatever comes of it. */
    public RestAnswer trySend(String conversationId, String clientMessageId, String text) {
        JsonObject body = JsonObject.of("clientMessageId", clientMessageId, "text", text);
        return rest.post(conversationPath(conversationId) + "/messages", body);
    }

    /**
     * Sends a message and waits until it is stored; where the server is busy it is sent again with the same
     * {@code clientMessageId}, for as long as the patience lasts.
     *
     * @return the Message
     * @throws AssertionError when it is refused for good
     */
    public JsonObject send(String conversationId, String text) {
        BackOff backOff = new BackOff(server.patience());
        String clientMessageId = RandomWords.clientMessageId();
        while (true) {
            RestAnswer answer = trySend(conversationId, clientMessageId, text);
            if (answer.status() != 429 && answer.status() != 503) {
                return answer.expect(201, 200).json();
            }
            String seconds = answer.header("Retry-After");
            backOff.pause(TimeUnit.SECONDS.toMillis(seconds == null ? 1 : Long.parseLong(seconds)), answer.json());
        }
    }

    /** One message. */
    public JsonObject message(String conversationId, long seq) {
        return rest.get(conversationPath(conversationId) + "/messages/" + seq)
                .expect(200)
                .json();
    }

    /** Every message of a conversation in the order of {@code seq}, read page by page. */
    public List<JsonObject> history(String conversationId) {
        return historyAfter(conversationId, 0);
    }

    /** Every message above a number, read page by page. */
    public List<JsonObject> historyAfter(String conversationId, long seq) {
        List<JsonObject> all = new ArrayList<>();
        long after = seq;
        while (true) {
            JsonObject page = rest.get(conversationPath(conversationId) + "/messages?after=" + after + "&limit=" + PAGE)
                    .expect(200)
                    .json();
            List<JsonObject> items = page.objects("items");
            all.addAll(items);
            if (!page.truth("hasAfter")) {
                return all;
            }
            if (items.isEmpty()) {
                throw new AssertionError("an empty page that has more after it: " + page);
            }
            after = items.get(items.size() - 1).number("seq");
        }
    }

    /** Reports watermarks; null leaves one out. */
    public JsonObject report(String conversationId, @Nullable Long readSeq, @Nullable Long deliveredSeq) {
        JsonObject body = JsonObject.of("readSeq", readSeq, "deliveredSeq", deliveredSeq);
        return rest.put(conversationPath(conversationId) + "/receipts", body)
                .expect(200)
                .json();
    }

    /** The presence of somebody as I see it. */
    public JsonObject presenceOf(ChattyPerson other) {
        List<JsonObject> items = rest.get("/api/v1/presence?userIds=" + other.id())
                .expect(200)
                .json()
                .objects("items");
        if (items.size() != 1) {
            throw new AssertionError("expected the presence of one person, got " + items);
        }
        return items.get(0);
    }

    /** A conversation, to change something in it. */
    public ChattyConversation in(String conversationId) {
        return new ChattyConversation(this, conversationId);
    }

    /**
     * One attempt to ask what happened, whatever comes of it.
     *
     * @param since the cursor, or null to begin from now
     * @param waitSeconds how long to wait for something to happen
     */
    public RestAnswer sync(@Nullable String since, int waitSeconds) {
        String cursor = since == null ? "" : "&since=" + encoded(since);
        return rest.get("/api/v1/sync?limit=100&wait=" + waitSeconds + cursor);
    }

    /** A client of this person's own that keeps itself whole; nothing is opened yet. */
    public LiveReplica replicate() {
        return new LiveReplica(this, server.patience());
    }

    /** The same without a live connection. */
    public Replica replicateByPolling() {
        return new Replica(new RestReplicaSource(this));
    }

    private static String conversationPath(String conversationId) {
        return "/api/v1/conversations/" + conversationId;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
