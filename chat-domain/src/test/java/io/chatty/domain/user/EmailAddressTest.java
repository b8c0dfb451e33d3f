package io.chatty.domain.user;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.INVALID_FORMAT;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b", "anna@example.org", "anna+chat@example.org", "o'neil@example.org", "\"quoted\"@example.org",
                "anna@localhost", "用户@例子.广告", "\uD83D\uDE00@example.org", "..@..", "<script>@example.org"
            })
    void keepsWhatCouldBeAMailbox(String value) {
        assertThat(new EmailAddress(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " anna@example.org",
                "anna@example.org\n",
                "\t anna@example.org \r\n",
                "\u2003anna@example.org\u3000",
                "\u00a0anna@example.org\u202f"
            })
    void trimsWhiteSpaceAroundIt(String value) {
        assertThat(new EmailAddress(value).value()).isEqualTo("anna@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "anna", "@example.org", "anna@", "anna@@example.org", "a@b@c"})
    void refusesWhatHasNotOneAtWithSomethingOnBothSides(String value) {
        assertRefused(INVALID_FORMAT, value, EmailAddress::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an na@example.org", "anna@exa mple.org", "an\tna@example.org", "an\u00A0na@example.org",
                "an\u2007na@example.org", "an\u2028na@example.org", "anna@\u00A0example.org", "an\0na@example.org",
                "an\r\nBcc:x@example.org", "an\u0085na@example.org", "an\u007Fna@example.org", "an\uD83Dna@example.org"
            })
    void refusesWhiteSpaceAndControlsInside(String value) {
        assertRefused(INVALID_CHARACTER, value, EmailAddress::new);
    }

    @Test
    void isAtMost254CodePointsLong() {
        String domain = "@example.org";
        String longest = "\uD83D\uDE00".repeat(254 - domain.length()) + domain;

        assertThat(new EmailAddress("  " + longest + "  ").value()).isEqualTo(longest);
        assertRefused(TOO_LONG, "x" + longest, EmailAddress::new);
        assertRefused(TOO_LONG, "x".repeat(1_000_000), EmailAddress::new);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, ANNA@Example.ORG",
        "straße@example.org, STRASSE@example.org",
        "straße@example.org, STRAẞE@example.org",
        "ὈΔΥΣΣΕΎΣ@example.org, ὀδυσσεύς@example.org",
        "ὈΔΥΣΣΕΎΣ@example.org, ὀδυσσεύσ@example.org",
        "\u212Aelvin@example.org, kelvin@example.org",
        "\u0130stanbul@example.org, i\u0307stanbul@example.org"
    })
    void foldsCaseForComparison(String one, String other) {
        assertThat(new EmailAddress(one).folded()).isEqualTo(new EmailAddress(other).folded());
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anná@example.org",
        "anna@example.org, anna+1@example.org",
        "a.b@example.org, ab@example.org"
    })
    void keepsDifferentMailboxesApart(String one, String other) {
        assertThat(new EmailAddress(one).folded()).isNotEqualTo(new EmailAddress(other).folded());
    }

    @Test
    void hidesTheAddress() {
        assertThat(new EmailAddress("anna@example.org").toString()).doesNotContain("anna", "example");
    }
}
