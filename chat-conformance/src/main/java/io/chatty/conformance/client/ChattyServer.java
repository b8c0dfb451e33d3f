package io.chatty.conformance.client;

import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.RestClient;
import io.chatty.conformance.protocol.StompConnection;
import java.net.URI;
import java.net.http.HttpClient;

/** A running server, known by its base URL only. Thread-safe. */
public final class ChattyServer {

    private final HttpClient http;
    private final String base;
    private final Patience patience;

    private ChattyServer(HttpClient http, String base, Patience patience) {
        this.http = http;
        this.base = base;
        this.patience = patience;
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
        return new ChattyServer(http, base, Patience.USUAL);
    }

    /** The same server; whatever is opened through the answer waits this long. */
    public ChattyServer with(Patience other) {
        return new ChattyServer(http, base, other);
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
        return new RestClient(http, base(), patience);
    }

    /**
     * Opens a WebSocket for STOMP, without CONNECT.
     *
     * @throws io.chatty.conformance.protocol.HandshakeRefusedException when the server answers anything but 101
     */
    public StompConnection openStomp(Handshake handshake) {
        return StompConnection.open(http, socketUrl(), handshake, patience);
    }

    /**
     * Opens a WebSocket that does only what it is told.
     *
     * @throws io.chatty.conformance.protocol.HandshakeRefusedException when the server answers anything but 101
     */
    public RawWebSocket openRaw(Handshake handshake) {
        return RawWebSocket.open(socketUrl(), handshake, patience);
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
