package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIdentityTest {

    @Test
    void isEqualByContent() {
        assertThat(new StoreIdentity("epoch", new byte[32]))
                .isEqualTo(new StoreIdentity("epoch", new byte[32]))
                .hasSameHashCodeAs(new StoreIdentity("epoch", new byte[32]))
                .isNotEqualTo(new StoreIdentity("other", new byte[32]))
                .isNotEqualTo(new StoreIdentity("epoch", keyOf((byte) 1)));
    }

    @Test
    void keepsItsOwnCopyOfTheKey() {
        byte[] key = keyOf((byte) 1);
        StoreIdentity identity = new StoreIdentity("epoch", key);

        key[0] = 2;
        identity.cursorKey()[0] = 3;

        assertThat(identity.cursorKey()).isEqualTo(keyOf((byte) 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void refusesAKeyOfAnotherLength(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreIdentity("epoch", new byte[length]));
    }

    @Test
    void hidesTheKey() {
        assertThat(new StoreIdentity("epoch", keyOf((byte) 1))).hasToString("StoreIdentity[epoch=epoch]");
    }

    private static byte[] keyOf(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return key;
    }
}
