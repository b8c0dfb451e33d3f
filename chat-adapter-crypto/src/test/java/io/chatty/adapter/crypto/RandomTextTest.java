package io.chatty.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.BitSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RandomTextTest {

    /** A bit that is set in a fair half of 4,096 texts strays from 2,048 by 32 on average, by 320 never. */
    @Test
    void leavesEveryBitToChance() {
        RandomText random = new RandomText();
        int[] set = new int[256];
        for (int i = 0; i < 4_096; i++) {
            BitSet.valueOf(Base64.getUrlDecoder().decode(random.ofBits(256))).stream()
                    .forEach(bit -> set[bit]++);
        }

        assertThat(set).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isCloseTo(2_048, Offset.offset(320));
            }
        });
    }
}
