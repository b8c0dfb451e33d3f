package io.chatty.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.UserId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    private static final UserId ANNA = new UserId("u_anna");
    private static final UserId BOB = new UserId("u_bob");
    private static final UserId CARA = new UserId("u_cara");

    private final Participants both = Participants.of(ANNA, BOB);

    @Test
    void isTheSamePairWhoeverIsNamedFirst() {
        assertThat(Participants.of(BOB, ANNA)).isEqualTo(both);
        assertThat(both.low()).isEqualTo(ANNA);
        assertThat(both.high()).isEqualTo(BOB);
    }

    @Test
    void hasOneConversationWhoeverIsNamedFirst() {
        assertThat(Participants.of(BOB, ANNA).conversationId()).isEqualTo(both.conversationId());
    }

    /** Ids are stored: a change of how they are derived would part every pair from its history. */
    @Test
    void derivesTheSameIdForEver() {
        assertThat(both.conversationId()).isEqualTo(new ConversationId("c_xc99YweMW1oHVBbu5B0FTw"));
    }

    @Test
    void givesEveryPairAnIdOfItsOwn() {
        Set<ConversationId> ids = new HashSet<>();
        for (int one = 0; one < 100; one++) {
            for (int other = one + 1; other < 100; other++) {
                ids.add(Participants.of(new UserId("u_" + one), new UserId("u_" + other))
                        .conversationId());
            }
        }

        assertThat(ids).hasSize(100 * 99 / 2).allMatch(id -> id.value().matches("c_[A-Za-z0-9_-]{22}"));
    }

    @Test
    void doesNotConfuseIdsThatJoinToTheSameText() {
        assertThat(Participants.of(new UserId("u_a"), new UserId("u_bu_c")).conversationId())
                .isNotEqualTo(
                        Participants.of(new UserId("u_au_b"), new UserId("u_c")).conversationId());
    }

    @Test
    void refusesAPersonWithHimself() {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> Participants.of(ANNA, new UserId("u_anna")))
                .extracting(ChatException::code)
                .isEqualTo(ErrorCode.CANNOT_MESSAGE_SELF);
    }

    @Test
    void refusesToBeBuiltOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Participants(BOB, ANNA));
        assertThatIllegalArgumentException().isThrownBy(() -> new Participants(ANNA, ANNA));
    }

    @Test
    void knowsItsTwoPeople() {
        assertThat(both.includes(ANNA)).isTrue();
        assertThat(both.includes(BOB)).isTrue();
        assertThat(both.includes(CARA)).isFalse();
        assertThat(both.peerOf(ANNA)).isEqualTo(BOB);
        assertThat(both.peerOf(BOB)).isEqualTo(ANNA);
        assertThatIllegalArgumentException().isThrownBy(() -> both.peerOf(CARA));
    }
}
