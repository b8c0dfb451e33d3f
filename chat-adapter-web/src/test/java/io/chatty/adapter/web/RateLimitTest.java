package io.chatty.adapter.web;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.auth.Authenticated;
import io.chatty.application.conversation.SentMessage;
import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.auth.SessionToken;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is too much is refused, and says when to come back. */
class RateLimitTest extends WebTest {

    private static final RateLimitedException TOO_MUCH = new RateLimitedException(
            RateLimit.REQUESTS, new Quota(1_200, 1_200, Duration.ofMinutes(1)), Duration.ofMillis(1_200));

    @Test
    void asksOnceForEveryRequestOfASession() {
        given(getMe.get(ANNA.id())).willReturn(ANNA);

        call("GET", "/api/v1/me").expect(200);
        call("GET", "/api/v1/me").expect(200);

        verify(admitRequest, times(2)).admit(ANNA.id());
    }

    @Test
    void asksForNobodyWhoHasNoSession() {
        anonymous("GET", "/api/v1/server").expect(200);
        anonymous("GET", "/api/v1/me").refused(401, "authentication-required");
        anonymous("GET", "/").expect(200);

        verifyNoInteractions(admitRequest);
    }

    @Test
    void doesNothingForARequestTooManyAndSaysWhenToComeBack() {
        willThrow(TOO_MUCH).given(admitRequest).admit(any());

        assertLimited(call("GET", "/api/v1/me").refused(429, "rate-limited"));

        verifyNoInteractions(getMe);
    }

    @Test
    void answersARepeatThatIsARequestTooMany() {
        willThrow(TOO_MUCH).given(admitRequest).admit(any());
        given(sendMessage.send(argThat(command -> TOO_MUCH.equals(command.refusal()))))
                .willReturn(CompletableFuture.completedFuture(new SentMessage(Views.ofMessage(1), true)));

        call("POST", "/api/v1/conversations/" + ANNA_WITH_BOB + "/messages", "{\"text\":\"Hello\"}")
                .expect(200);
        call("POST", "/api/v1/messages", "{\"toUserId\":\"u_bob\",\"text\":\"Hello\"}")
                .expect(200);
    }

    @Test
    void refusesWhatIsNoRepeatAndARequestTooMany() {
        willThrow(TOO_MUCH).given(admitRequest).admit(any());
        given(sendMessage.send(argThat(command -> TOO_MUCH.equals(command.refusal()))))
                .willReturn(CompletableFuture.failedFuture(TOO_MUCH));

        assertLimited(call("POST", "/api/v1/messages", "{\"toUserId\":\"u_bob\",\"text\":\"Hello\"}")
                .refused(429, "rate-limited"));
    }

    @Test
    void sendsTheCookieOfAnExtendedSessionAgainAllTheSame() {
        willReturn(new Authenticated(SESSION, true)).given(authenticate).authenticate(new SessionToken(TOKEN));
        willThrow(TOO_MUCH).given(admitRequest).admit(any());

        Answer answer = anonymous("GET", "/api/v1/me")
                .header("Cookie", "chatty=" + TOKEN)
                .refused(429, "rate-limited");

        assertThat(answer.header("Set-Cookie")).startsWith("chatty=" + TOKEN);
    }

    @Test
    void saysSoAlsoWhereTheUseCaseRefuses() {
        given(sendMessage.send(any())).willReturn(CompletableFuture.failedFuture(TOO_MUCH));

        assertLimited(call("POST", "/api/v1/messages", "{\"toUserId\":\"u_bob\",\"text\":\"Hello\"}")
                .refused(429, "rate-limited"));
    }

    @Test
    void tellsClientsWhatConcernsThem() {
        Answer answer = anonymous("GET", "/api/v1/server").expect(200);

        assertThat(answer.json().at("/limits/messageBurst").asInt()).isEqualTo(60);
        assertThat(answer.json().at("/limits/messagesPerSecond").asInt()).isEqualTo(5);
        assertThat(answer.json().path("limits").has("firstMessagesPerHour")).isTrue();
        assertThat(answer.json().path("limits").has("lookupsPerHour")).isTrue();
        assertThat(answer.json().path("limits").has("requestsPerMinute")).isTrue();
    }

    private static void assertLimited(Answer answer) {
        answer.assertHeaders();
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"requests\";q=1200;w=60");
        assertThat(answer.header("RateLimit")).isEqualTo("\"requests\";r=0;t=2");
    }
}
