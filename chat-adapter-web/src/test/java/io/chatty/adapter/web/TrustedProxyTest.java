package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.SessionToken;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy: its word counts, and not what it was told. */
@TestPropertySource(properties = "chatty.trusted-proxies=127.0.0.1,10.0.0.0/8,2001:db8:99::/48")
class TrustedProxyTest extends WebTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "2001:db8:1:2::9 | 2001:db8:1:2::1",
                "[2001:db8:1:2::9]:443 | 2001:db8:1:2::1",
                "203.0.113.9:50000 | 203.0.113.9",
                "198.51.100.66, 203.0.113.9 | 203.0.113.9",
                "198.51.100.66, 203.0.113.9, 10.1.2.3 | 203.0.113.9",
                "127.0.0.1, 203.0.113.9, 10.1.2.3,10.9.9.9 | 203.0.113.9",
                "203.0.113.9, 2001:db8:99::1 | 203.0.113.9",
                "203.0.113.9, [2001:db8:99::1]:443 | 203.0.113.9",
                "203.0.113.9, [2001:db8:99::1] | 203.0.113.9",
                "10.1.2.3, 10.9.9.9 | 10.1.2.3",
                "203.0.113.9, nonsense | nonsense",
                "'203.0.113.9, unknown, 10.1.2.3' | unknown"
            })
    void believesAProxyWhomItHeard(String header, String client) {
        assertCounted(header, ClientAddress.of(client));
    }

    @Test
    void countsTheProxyWhereItSaysNothing() {
        logIn().expect(201);

        verify(logIn).logIn(any(), any(), any(), eq(ClientAddress.of("127.0.0.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "everybody", ""})
    void trustsNothingButAddressesAndNetworks(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProxyProperties(Set.of(proxy)))
                .withMessageStartingWith("chatty.trusted-proxies ");
    }

    private void assertCounted(String header, ClientAddress client) {
        logIn().header("X-Forwarded-For", header).expect(201);

        verify(logIn).logIn(any(), any(), any(), eq(client));
    }

    private Call logIn() {
        given(logIn.logIn(any(), any(), any(), any())).willReturn(new SignedIn(ANNA, SESSION, new SessionToken(TOKEN)));
        return anonymous("POST", "/api/v1/sessions")
                .json("{\"email\":\"anna@example.org\",\"password\":\"three tall trees\"}");
    }
}
