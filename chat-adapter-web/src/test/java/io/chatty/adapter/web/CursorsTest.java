package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.user.UserId;
import io.chatty.wire.ProblemCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final UserId ANNA = new UserId("u_anna");
    private static final UserId BOB = new UserId("u_bob");

    private final Cursors cursors = new Cursors(new byte[32]);

    @ParameterizedTest
    @ValueSource(strings = {"x", "u_bob bób stone", "2026-11-22T14:03:11.402Z c_one", "日本"})
    void opensWhatItSealed(String position) {
        String cursor = cursors.seal("list", ANNA, position);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.open("list", ANNA, cursor)).isEqualTo(position);
    }

    @Test
    void opensNothingElse() {
        String cursor = cursors.seal("list", ANNA, "position");
        assertInvalid(cursors, "another", ANNA, cursor);
        assertInvalid(cursors, "list", BOB, cursor);
        byte[] otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);
        assertInvalid(new Cursors(otherKey), "list", ANNA, cursor);
        for (int i = 0; i < cursor.length() - 1; i++) {
            char changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid(cursors, "list", ANNA, cursor.substring(0, i) + changed + cursor.substring(i + 1));
        }
        assertInvalid(cursors, "list", ANNA, "");
        assertInvalid(cursors, "list", ANNA, "?");
        assertInvalid(cursors, "list", ANNA, cursors.seal("list", ANNA, ""));
    }

    @Test
    void takesNoPartForAnother() {
        String cursor = cursors.seal("list", new UserId("u_a"), "position");
        assertInvalid(cursors, "listu_", new UserId("u_a"), cursor);
        assertInvalid(cursors, "lis", new UserId("u_a"), cursor);
    }

    private static void assertInvalid(Cursors cursors, String list, UserId owner, String cursor) {
        assertThatThrownBy(() -> cursors.open(list, owner, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
    }
}
