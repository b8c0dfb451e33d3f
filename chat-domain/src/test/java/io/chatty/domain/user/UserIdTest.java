package io.chatty.domain.user;

import static io.chatty.domain.InvalidValues.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.conversation.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three kinds of ids have one form, but for the letter they begin with. */
class UserIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "_",
                "-",
                "AbC-123_xyz",
                "0123456789012345678901234567890123456789012345678901234567890_"
            })
    void acceptsWhatAGeneratorMayMake(String tail) {
        assertThat(new UserId("u_" + tail)).hasToString("u_" + tail);
        assertThat(new SessionId("s_" + tail)).hasToString("s_" + tail);
        assertThat(new ConversationId("c_" + tail)).hasToString("c_" + tail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "a\n",
                "a/b",
                "../a",
                "a.b",
                "a*",
                "%00",
                "\0",
                "ä",
                "\u0430",
                "\uFF41",
                "\uD83D\uDE00",
                "012345678901234567890123456789012345678901234567890123456789012"
            })
    void refusesEverythingElse(String tail) {
        assertRefused(ViolationCode.INVALID_FORMAT, "u_" + tail, UserId::new);
        assertRefused(ViolationCode.INVALID_FORMAT, "s_" + tail, SessionId::new);
        assertRefused(ViolationCode.INVALID_FORMAT, "c_" + tail, ConversationId::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "u", "U_a", "x_a", " u_a", "\nu_a", "u-a"})
    void refusesAnotherPrefix(String value) {
        assertRefused(ViolationCode.INVALID_FORMAT, value, UserId::new);
    }

    @Test
    void doesNotMixKinds() {
        assertRefused(ViolationCode.INVALID_FORMAT, "c_a", UserId::new);
        assertRefused(ViolationCode.INVALID_FORMAT, "u_a", ConversationId::new);
        assertRefused(ViolationCode.INVALID_FORMAT, "u_a", SessionId::new);
    }

    @Test
    void isOrderedByItsText() {
        assertThat(new UserId("u_B")).isLessThan(new UserId("u_a"));
        assertThat(new UserId("u_a")).isLessThan(new UserId("u_a1"));
        assertThat(new ConversationId("c_a")).isLessThan(new ConversationId("c_b"));
    }
}
