package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @Test
    void tellsAddressesOfIpv4Apart() {
        assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:DB8:1:2:ffff::9", "2001:db8:1:2:0:0:0:1%eth0", "[2001:db8:1:2::1]", "2001:db8:1:2::"})
    void countsASiteOfIpv6Once(String neighbour) {
        assertThat(ClientAddress.of(neighbour)).isEqualTo(ClientAddress.of("2001:db8:1:2::1"));
    }

    @Test
    void tellsSitesOfIpv6Apart() {
        assertThat(ClientAddress.of("2001:db8:1:3::1")).isNotEqualTo(ClientAddress.of("2001:db8:1:2::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:192.0.2.1", "::ffff:c000:201", "[::FFFF:192.0.2.1]"})
    void takesIpv4WrittenAsIpv6ForWhatItIs(String mapped) {
        assertThat(ClientAddress.of(mapped)).isEqualTo(ClientAddress.of("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_gazonk",
                "localhost",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                ":",
                "1:2",
                "fe80::g",
                "::1::"
            })
    void takesEverythingElseForOneAndTheSame(String text) {
        assertThat(ClientAddress.of(text)).isEqualTo(ClientAddress.of("nobody knows"));
    }

    @Test
    void isNotMistakenForSomethingElse() {
        assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("unknown"));
        assertThat(ClientAddress.of("2001:db8::")).isNotEqualTo(ClientAddress.of("unknown"));
    }
}
