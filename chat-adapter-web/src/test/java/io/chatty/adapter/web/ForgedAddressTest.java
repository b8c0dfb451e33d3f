package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.SessionToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without a configured proxy nobody's word counts on where a request comes from. */
class ForgedAddressTest extends WebTest {

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 203.0.113.9", "Forwarded, for=203.0.113.9", "X-Real-IP, 203.0.113.9"})
    void isNotBelieved(String header, String value) {
        given(logIn.logIn(any(), any(), any(), any())).willReturn(new SignedIn(ANNA, SESSION, new SessionToken(TOKEN)));

        anonymous("POST", "/api/v1/sessions")
                .header(header, value)
                .json("{\"email\":\"anna@example.org\",\"password\":\"three tall trees\"}")
                .expect(201);

        verify(logIn).logIn(any(), any(), any(), eq(ClientAddress.of("127.0.0.1")));
    }
}
