package io.chatty.conformance.protocol;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * REST as the contract speaks it: any verb, path, headers and body, and whatever the server answers. Redirects are not
 * followed, cookies are not kept. Immutable and thread-safe.
 */
public final class RestClient {

    private final HttpClient http;
    private final URI base;
    private final Patience patience;
    private final Map<String, String> headers;

    /**
     * @param base what paths are appended to, without a slash at its end, such as {@code http://localhost:8080}
     * @param patience how long one request may take
     */
    public RestClient(HttpClient http, URI base, Patience patience) {
        this(http, base, patience, Map.of());
    }

    private RestClient(HttpClient http, URI base, Patience patience, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.patience = patience;
        this.headers = headers;
    }

    /** The same client with one more header on each request; a header of the same name is replaced. */
    public RestClient withHeader(String name, String value) {
        return new RestClient(http, base, patience, merged(headers, Map.of(name, value)));
    }

    /** The same client with {@code Authorization: Bearer} on each request. */
    public RestClient withToken(String token) {
        return withHeader("Authorization", "Bearer " + token);
    }

    public RestAnswer get(String path) {
        return send("GET", path, (JsonObject) null);
    }

    public RestAnswer post(String path, @Nullable JsonObject body) {
        return send("POST", path, body);
    }

    public RestAnswer put(String path, @Nullable JsonObject body) {
        return send("PUT", path, body);
    }

    public RestAnswer patch(String path, @Nullable JsonObject body) {
        return send("PATCH", path, body);
    }

    public RestAnswer delete(String path) {
        return send("DELETE", path, (JsonObject) null);
    }

    /** Any verb with a JSON body, or none. */
    public RestAnswer send(String verb, String path, @Nullable JsonObject body) {
        return patience.await("answer to " + verb + " " + path, sendAsync(verb, path, body));
    }

    /**
     * Any verb, headers and bytes.
     *
     * @param more headers of this request; they replace those of the client, {@code Content-Type} included
     * @throws AssertionError when no answer comes
     */
    public RestAnswer send(String verb, String path, Map<String, String> more, byte[] body) {
        return patience.await("answer to " + verb + " " + path, sendAsync(verb, path, more, body));
    }

    /** As {@link #send(String, String, JsonObject)} without waiting; fails with an {@link java.io.IOException}. */
    public CompletableFuture<RestAnswer> sendAsync(String verb, String path, @Nullable JsonObject body) {
        return body == null
                ? sendAsync(verb, path, Map.of(), new byte[0])
                : sendAsync(
                        verb,
                        path,
                        Map.of("Content-Type", "application/json"),
                        body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #send(String, String, Map, byte[])} without waiting; fails with an {@link java.io.IOException}. */
    public CompletableFuture<RestAnswer> sendAsync(String verb, String path, Map<String, String> more, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience.limit())
                .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        merged(headers, more).forEach(request::setHeader);
        return http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .thenApply(answer ->
                        new RestAnswer(verb + " " + path, answer.statusCode(), answer.headers(), answer.body()));
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(one);
        all.keySet().removeIf(name -> more.keySet().stream().anyMatch(name::equalsIgnoreCase));
        all.putAll(more);
        return all;
    }
}
