package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One request, and the answer once it is sent. */
final class Call {

    static {
        // A program that wants to lie about these can; a test must be able to.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,content-length");
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Call(int port, String method, String target) {
        this.method = method;
        this.request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .timeout(Duration.ofSeconds(20));
    }

    Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Call json(String json) {
        return header("Content-Type", "application/json").body(json.getBytes(StandardCharsets.UTF_8));
    }

    Call body(byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return this;
    }

    /** Without its length in front. */
    Call chunked(byte[] bytes) {
        body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    Answer send() {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Answer> sendAsync() {
        return CLIENT.sendAsync(request.method(method, body).build(), BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(response.statusCode(), response.headers(), response.body()));
    }

    /** Sends and expects success. */
    Answer expect(int status) {
        Answer answer = send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    /** Sends and expects a problem, complete in every respect. */
    Answer refused(int status, String code) {
        Answer answer = send();
        answer.assertProblem(status, code);
        return answer;
    }
}
