package io.chatty.conformance.client;

import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.RestClient;
import io.chatty.conformance.protocol.StompConnection;
import java.net.URI;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** A running server, known by its base URL only. Thread-safe. */
public final class ChattyServer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final HttpClient http;
    private final String base;
    private final Patience patience;
    private final @Nullable String address;

    private ChattyServer(HttpClient http, String base, Patience patience, @Nullable String address) {
        this.http = http;
        this.base = base;
        this.patience = patience;
        this.address = address;
    }

    /**
     * The server at a base URL; nothing is sent yet.
     *
     * @param baseUrl such as {@code http://localhost:8080}; a slash at its end is dropped
     * @throws IllegalArgumentException when it is no URL of http or https
     */
    public static ChattyServer at(String baseUrl) {
        String scheme = URI.create(baseUrl).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("not a URL of http or https: " + baseUrl);
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Patience.USUAL.limit())
                .build();
        String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return new ChattyServer(http, base, Patience.USUAL, null);
    }

    /** The same server; whatever is opened through the answer waits this long. */
    public ChattyServer with(Patience other) {
        return new ChattyServer(http, base, other, address);
    }

    /** The same server, asked from somewhere else by the word of a proxy, which a server believes if it is told to. */
    public ChattyServer from(String forwardedFor) {
        return new ChattyServer(http, base, patience, forwardedFor);
    }

    public URI base() {
        return URI.create(base);
    }

    public Patience patience() {
        return patience;
    }

    /** Where STOMP is spoken. */
    public URI socketUrl() {
        return URI.create(base.replaceFirst("^http", "ws") + "/ws");
    }

    /** REST without a token. */
    public RestClient rest() {
        RestClient client = new RestClient(http, base(), patience);
        return address == null ? client : client.withHeader(FORWARDED_FOR, address);
    }

    /**
     * Opens a WebSocket for STOMP, without CONNECT.
     *
     * @throws io.chatty.conformance.protocol.HandshakeRefusedException when the server answers anything but 101
     */
    public StompConnection openStomp(Handshake handshake) {
        return StompConnection.open(http, socketUrl(), forwarded(handshake), patience);
    }

    /**
     * Opens a WebSocket that does only what it is told.
     *
     * @throws io.chatty.conformance.protocol.HandshakeRefusedException when the server answers anything but 101
     */
    public RawWebSocket openRaw(Handshake handshake) {
        return RawWebSocket.open(socketUrl(), forwarded(handshake), patience);
    }

    private Handshake forwarded(Handshake handshake) {
        return address == null ? handshake : handshake.withHeader(FORWARDED_FOR, address);
    }

    /**
     * Registers somebody new, with an e-mail and a password of their own.
     *
     * @param firstName the name is this and a random word, so that the directory finds exactly one
     */
    public ChattyPerson register(String firstName) {
        Credentials credentials = Credentials.invent(firstName);
        JsonObject body = JsonObject.of(
                "name", credentials.name(), "email", credentials.email(), "password", credentials.password());
        JsonObject answer = rest().post("/api/v1/accounts", body).expect(201).json();
        return new ChattyPerson(this, credentials, answer);
    }

    /** Signs somebody in who has registered; each sign-in is a server-side session of its own. */
    public ChattyPerson signIn(Credentials credentials) {
        JsonObject body = JsonObject.of("email", credentials.email(), "password", credentials.password());
        JsonObject answer = rest().post("/api/v1/sessions", body).expect(201).json();
        return new ChattyPerson(this, credentials, answer);
    }

    @Override
    public String toString() {
        return base;
    }
}
