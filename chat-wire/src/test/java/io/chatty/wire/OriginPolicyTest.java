package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private final OriginPolicy direct = new OriginPolicy(null, Set.of());
    private final OriginPolicy published = new OriginPolicy(URI.create("HTTPS://Chat.Example.org:443/"), Set.of());
    private final OriginPolicy shared =
            new OriginPolicy(null, Set.of("https://Friend.example:443", "http://localhost:5173"));

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
                    http://localhost:8080,      http,   localhost:8080,     true
                    http://LOCALHOST:8080,      http,   localhost:8080,     true
                    HTTP://localhost:8080,      HTTP,   LocalHost:8080,     true
                    http://chat.example,        http,   chat.example,       true
                    http://chat.example:80,     http,   chat.example,       true
                    http://chat.example,        http,   chat.example:80,    true
                    https://chat.example:443,   https,  chat.example,       true
                    https://chat.example,       https,  chat.example:443,   true
                    http://[::1]:8080,          http,   [::1]:8080,         true
                    http://[::1],               http,   [::1]:80,           true
                    http://[fe80::80]:80,       http,   [fe80::80],         true
                    http://[FE80::1],           http,   [fe80::1],          true
                    http://[::80],              http,   [::],               false
                    http://chat.example:443,    http,   chat.example,       false
                    https://chat.example:80,    https,  chat.example,       false
                    https://chat.example,       http,   chat.example,       false
                    http://chat.example,        https,  chat.example,       false
                    http://chat.example:8080,   http,   chat.example,       false
                    http://chat.example:8080,   http,   chat.example:80800, false
                    http://localhost:8080,      http,   127.0.0.1:8080,     false
                    http://chat.example/,       http,   chat.example,       false
                    http://chat.example.,       http,   chat.example,       false
                    http://chat.example.evil,   http,   chat.example,       false
                    http://evil.chat.example,   http,   chat.example,       false
                    http://evil,                http,   chat.example,       false
                    http://chat.example@evil,   http,   chat.example,       false
                    http://evil@chat.example,   http,   chat.example,       false
                    ws://chat.example,          http,   chat.example,       false
                    chat.example,               http,   chat.example,       false
                    null,                       http,   chat.example,       false
                    '',                         http,   chat.example,       false
                    http://chat.example,        http,   none,               false
                    null,                       http,   none,               false
                    """)
    void knowsItsOwnOriginByTheRequest(String origin, String scheme, String authority, boolean own) {
        assertThat(direct.isOwn(origin, scheme, authority)).isEqualTo(own);
        assertThat(direct.mayConnect(origin, scheme, authority)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, true",
        "https://CHAT.example.org:443, true",
        "https://chat.example.org:8443, false",
        "http://chat.example.org, false",
        "https://chat.example.org/, false",
        "http://10.0.0.7:8080, false",
        "null, false"
    })
    void knowsItsOwnOriginByThePublicUrlWhateverTheRequestSays(String origin, boolean own) {
        assertThat(published.isOwn(origin, "http", "10.0.0.7:8080")).isEqualTo(own);
        assertThat(published.isOwn(origin, "http", null)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "https://friend.example, true",
        "https://friend.example:443, true",
        "http://localhost:5173, true",
        "http://chat.example, true",
        "http://friend.example, false",
        "https://friend.example:8443, false",
        "https://friend.example/, false",
        "https://sub.friend.example, false",
        "https://friend.example.evil, false",
        "http://localhost, false",
        "null, false",
        "'*', false"
    })
    void letsConfiguredPagesConnectExactly(String origin, boolean allowed) {
        assertThat(shared.mayConnect(origin, "http", "chat.example")).isEqualTo(allowed);
    }

    @Test
    void doesNotTakeAConfiguredPageForItsOwn() {
        assertThat(shared.isOwn("https://friend.example", "http", "chat.example"))
                .isFalse();
    }

    @Test
    void letsProgramsConnectWithoutAnOrigin() {
        assertThat(direct.mayConnect(null, "http", "chat.example")).isTrue();
        assertThat(published.mayConnect(null, "http", null)).isTrue();
    }

    @Test
    void showsConfiguredOriginsAsBrowsersWriteThem() {
        assertThat(shared.allowedOrigins())
                .containsExactlyInAnyOrder("https://friend.example", "http://localhost:5173");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "HTTPS"})
    void isSecureByTheRequestsScheme(String scheme) {
        assertThat(direct.isSecure(scheme)).isTrue();
        assertThat(direct.isSecure("http")).isFalse();
    }

    @Test
    void isSecureByThePublicUrlWhateverTheRequestSays() {
        assertThat(published.isSecure("http")).isTrue();
        assertThat(new OriginPolicy(URI.create("http://chat.example"), Set.of()).isSecure("https"))
                .isFalse();
    }

    @Test
    void namesTheCookieAfterItsProtection() {
        assertThat(SessionCookie.name(true)).isEqualTo("__Host-chatty");
        assertThat(SessionCookie.name(false)).isEqualTo("chatty");
    }
}
