package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestClientTest {

    private HttpServer server;
    private RestClient rest;

    @BeforeEach
    void startAServerThatEchoes() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", RestClientTest::echo);
        server.createContext("/problem", RestClientTest::problem);
        server.start();
        URI base = URI.create("http://localhost:" + server.getAddress().getPort());
        rest = new RestClient(HttpClient.newHttpClient(), base, Patience.USUAL);
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject echo = JsonObject.of(
                "verb", exchange.getRequestMethod(),
                "path", exchange.getRequestURI().toString(),
                "type", exchange.getRequestHeaders().getFirst("Content-Type"),
                "token", exchange.getRequestHeaders().getFirst("Authorization"),
                "body", body);
        answer(exchange, 200, "application/json", echo);
    }

    private static void problem(HttpExchange exchange) throws IOException {
        JsonObject problem = JsonObject.of(
                "type",
                "/problems/not-found",
                "title",
                "Not found",
                "status",
                404,
                "code",
                "not-found",
                "requestId",
                "r");
        answer(exchange, 404, "application/problem+json", problem);
    }

    private static void answer(HttpExchange exchange, int status, String type, JsonObject json) throws IOException {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void sendsAnyVerbWithATokenAndJson() {
        RestAnswer answer = rest.withToken("t").patch("/echo/a?b=c", JsonObject.of("text", "\u00e9"));

        assertThat(answer.expect(200).json())
                .isEqualTo(JsonObject.of(
                        "verb", "PATCH",
                        "path", "/echo/a?b=c",
                        "type", "application/json",
                        "token", "Bearer t",
                        "body", "{\"text\":\"\u00e9\"}"));
    }

    @Test
    void sendsRawBytesUnderAnyHeader() {
        JsonObject seen = rest.withHeader("content-type", "one")
                .send("POST", "/echo", Map.of("Content-Type", "text/plain"), new byte[] {'x', '{'})
                .json();

        assertThat(seen.string("type")).isEqualTo("text/plain");
        assertThat(seen.string("body")).isEqualTo("x{");
    }

    @Test
    void showsRequestStatusAndBodyWhenTheStatusIsAnother() {
        assertThatThrownBy(() -> rest.get("/problem").expect(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected [200]")
                .hasMessageContaining("GET /problem -> 404 {");
    }

    @Test
    void checksAProblemWhole() {
        RestAnswer answer = rest.get("/problem");

        assertThat(answer.expectProblem(404, "not-found").string("title")).isEqualTo("Not found");
        assertThatThrownBy(() -> answer.expectProblem(404, "other")).hasMessageContaining("404 other");
        assertThatThrownBy(() -> rest.get("/echo").expectProblem(200, "any")).hasMessageContaining("problem+json");
    }
}
