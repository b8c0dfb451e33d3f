package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who announce a body, send its first byte and wait: more of them than the server has threads. */
class SlowBodyTest extends WebTest {

    private static final int CALLERS = 250;

    /** 50 whose body is wanted and 20 who are refused wait; nobody else holds a thread. */
    private static final int HELD = 70;

    private final List<RawConnection> callers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (RawConnection caller : callers) {
            caller.breakOff();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/sessions", "POST /api/v1/messages", "PUT /nowhere", "GET /api/v1/me"})
    void leaveThreadsForOthers(String request) throws IOException {
        for (int i = 0; i < CALLERS; i++) {
            begin(request);
        }
        anonymous("GET", "/api/v1/server").expect(200);
    }

    @Test
    void areRefusedAndLeftWhereTooManyWait() throws IOException {
        for (int i = 0; i < CALLERS; i++) {
            begin("POST /api/v1/sessions");
        }
        List<RawConnection> refused = await().until(this::answered, all -> all.size() == CALLERS - HELD);
        for (RawConnection caller : refused) {
            Answer answer = caller.hear().assertProblem(503, "temporarily-unavailable");
            assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
        }
    }

    @Test
    void doNotHinderABodyThatIsThere() throws IOException {
        for (int i = 0; i < CALLERS; i++) {
            begin("POST /api/v1/sessions");
        }
        await().until(this::answered, all -> all.size() == CALLERS - HELD);
        String body = "{}";
        try (RawConnection caller = new RawConnection(port)) {
            caller.say("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            caller.hear().assertProblem(400, "validation-failed");
        }
    }

    private List<RawConnection> answered() throws IOException {
        List<RawConnection> answered = new ArrayList<>();
        for (RawConnection caller : callers) {
            if (caller.hasAnswer()) {
                answered.add(caller);
            }
        }
        return answered;
    }

    private void begin(String request) throws IOException {
        RawConnection caller = new RawConnection(port);
        callers.add(caller);
        caller.say(request
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    }
}
