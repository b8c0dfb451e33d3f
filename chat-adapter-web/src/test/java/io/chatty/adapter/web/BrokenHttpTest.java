package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no proper client makes, and bodies that are too large, on bare connections. */
class BrokenHttpTest extends WebTest {

    private static final String AUTHORIZED = "Host: localhost\r\nAuthorization: Bearer " + TOKEN + "\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/me HTTP/1.1 | 400 | malformed-request",
                "GET /api/v1/me HTTP/9.9 | 400 | malformed-request",
                "GET /api/v1/%zz HTTP/1.1~Host: localhost | 400 | malformed-request",
                "GET /api/v1/users/%00 HTTP/1.1~Host: localhost | 400 | malformed-request",
                "GET /.. HTTP/1.1~Host: localhost | 400 | malformed-request",
                "GET /api/v1/users/u_a%2fb HTTP/1.1~Host: localhost | 404 | not-found",
                "GET /api/v1/me HTTP/1.1~Host: local host | 400 | malformed-request",
                "GET /api/v1/me HTTP/1.1~Host: a~Host: b | 400 | malformed-request",
                "GET /api/v1/me HTTP/1.1~Host: localhost~Bad Name: x | 400 | malformed-request",
                "GET /api/v1/me HTTP/1.1~Host: localhost~ folded | 400 | malformed-request",
                "POST /api/v1/sessions HTTP/1.1~Host: localhost~Content-Length: x | 400 | malformed-request",
                "POST /api/v1/sessions HTTP/1.1~Host: localhost~Content-Length: -1 | 400 | malformed-request",
                "POST /api/v1/sessions HTTP/1.1~Host: localhost~Content-Length: 1~Content-Length: 2 | 400 | malformed-request",
                "POST /api/v1/sessions HTTP/1.1~Host: localhost~Content-Length: 1~Transfer-Encoding: chunked | 400 | malformed-request",
                "POST /api/v1/sessions HTTP/1.1~Host: localhost~Transfer-Encoding: gzip | 400 | malformed-request",
                "NONSENSE | 400 | malformed-request"
            })
    void answersWhatIsNotHttpWithAProblem(String lines, int status, String code) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.say(lines.replace("~", "\r\n") + "\r\n\r\n").endSpeech();
            connection.hear().assertProblem(status, code);
        }
    }

    @Test
    void answersTooLongHeadersWithAProblem() throws IOException {
        for (String request : new String[] {
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
        }) {
            try (RawConnection connection = new RawConnection(port)) {
                connection.say(request).hear().assertProblem(413, "payload-too-large");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'ZZ\r\n{}\r\n0\r\n\r\n'", "'-1\r\n{}\r\n0\r\n\r\n'", "'FFFFFFFFFFFFFFFFF\r\n{}'"})
    void answersBrokenChunksWithAProblem(String chunks) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.say("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + JSON
                    + "\r\n" + chunks);
            connection.endSpeech().hear().assertProblem(400, "malformed-request");
        }
        verifyNoInteractions(logIn);
    }

    @Test
    void answersABodyThatEndsEarlyWithAProblem() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.say("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n" + JSON
                    + "\r\n{\"email\":");
            connection.endSpeech().hear().assertProblem(400, "malformed-request");
        }
    }

    @Test
    void refusesALargeBodyByItsLengthAndGoesOn() throws IOException {
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        byte[] body = "x".repeat(65 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (RawConnection connection = new RawConnection(port)) {
            connection.say("POST /api/v1/messages HTTP/1.1\r\nContent-Length: " + body.length + "\r\n" + AUTHORIZED
                    + JSON + "\r\n");
            connection.say(body).hear().assertProblem(413, "payload-too-large");
            goesOn(connection);
        }
    }

    @Test
    void refusesALargeBodyInChunksAndGoesOn() throws IOException {
        given(getMe.get(ANNA.id())).willReturn(ANNA);
        try (RawConnection connection = new RawConnection(port)) {
            connection.say(
                    "POST /api/v1/messages HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + AUTHORIZED + JSON + "\r\n");
            for (int i = 0; i < 5; i++) {
                connection.say("4000\r\n" + "x".repeat(0x4000) + "\r\n");
            }
            connection.say("0\r\n\r\n").hear().assertProblem(413, "payload-too-large");
            goesOn(connection);
        }
    }

    @Test
    void refusesALargeBodyBeforeItIsSentWhereTheCallerWaits() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.say("POST /api/v1/messages HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 70000\r\n"
                    + AUTHORIZED + JSON + "\r\n");
            connection.hear().assertProblem(413, "payload-too-large");
        }
    }

    @Test
    void acceptsABodyOfExactlyTheLimit() {
        byte[] body = ("{\"text\":\"hello\"}" + " ".repeat(64 * 1024))
                .substring(0, 64 * 1024)
                .getBytes(StandardCharsets.US_ASCII);
        Answer answer = call("POST", "/api/v1/messages")
                .header("Content-Type", "application/json")
                .body(body)
                .refused(400, "validation-failed");
        assertThat(answer.errors()).containsExactly("/toUserId required");
    }

    @Test
    void logsNothingOfACallerWhoIsGoneWhenTheAnswerComes() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        Message longest = Message.compose(draft(BOB, ANNA, "x".repeat(4_000)), ANNA_WITH_BOB, 1, 1);
        given(readHistory.read(any(), any(), any())).willAnswer(call -> {
            asked.countDown();
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            return new HistoryPage(Collections.nCopies(2_000, longest), false, false, 1);
        });
        try (RawConnection connection = new RawConnection(port)) {
            connection.say("GET /api/v1/conversations/c_one/messages HTTP/1.1\r\n" + AUTHORIZED + "\r\n");
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            connection.breakOff();
        }
        gone.countDown();
    }

    /** The rest of the body is not taken for a request, and the next request is answered. */
    private static void goesOn(RawConnection connection) throws IOException {
        connection.say("GET /api/v1/me HTTP/1.1\r\n" + AUTHORIZED + "\r\n");
        Answer next = connection.hear();
        assertThat(next.status()).isEqualTo(200);
    }
}
