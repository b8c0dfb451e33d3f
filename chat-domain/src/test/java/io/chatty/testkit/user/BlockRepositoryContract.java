package io.chatty.testkit.user;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.Block;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlockRepository} promises. */
public abstract class BlockRepositoryContract extends StoreContract {

    private static final Block OF_BOB = new Block(ANNA.id(), BOB.id(), NOW);

    @Test
    void keepsABlockOnceAndAsItWasAddedFirst() {
        assertThat(blocks().add(OF_BOB)).isTrue();
        assertThat(blocks().add(new Block(ANNA.id(), BOB.id(), nowPlus(60)))).isFalse();

        assertThat(blocks().list(ANNA.id(), null, 10)).containsExactly(OF_BOB);
    }

    @Test
    void keepsAndEndsABlockOnceWhenManyTryAtOnce() {
        assertThat(Concurrently.call(20, i -> blocks().add(OF_BOB))).containsOnlyOnce(true);
        assertThat(Concurrently.call(20, i -> blocks().remove(ANNA.id(), BOB.id())))
                .containsOnlyOnce(true);

        assertThat(blocks().list(ANNA.id(), null, 10)).isEmpty();
    }

    @Test
    void endsOnlyTheBlockThatIsMeant() {
        Block back = new Block(BOB.id(), ANNA.id(), NOW);
        blocks().add(OF_BOB);
        blocks().add(back);
        blocks().add(new Block(ANNA.id(), CARA.id(), NOW));

        assertThat(blocks().remove(ANNA.id(), BOB.id())).isTrue();
        assertThat(blocks().remove(CARA.id(), ANNA.id())).isFalse();

        assertThat(blocks().findBetween(ANNA.id(), List.of(BOB.id(), CARA.id())))
                .containsExactlyInAnyOrder(back, new Block(ANNA.id(), CARA.id(), NOW));
    }

    @Test
    void findsBlocksInBothDirectionsBetweenThoseWhoAreNamed() {
        Block back = new Block(CARA.id(), ANNA.id(), NOW);
        blocks().add(OF_BOB);
        blocks().add(back);
        blocks().add(new Block(BOB.id(), CARA.id(), NOW));

        assertThat(blocks().findBetween(
                                ANNA.id(),
                                List.of(BOB.id(), CARA.id(), user("stranger").id())))
                .containsExactlyInAnyOrder(OF_BOB, back);
        assertThat(blocks().findBetween(ANNA.id(), List.of(CARA.id()))).containsExactly(back);
        assertThat(blocks().findBetween(ANNA.id(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesThroughThoseOfAPersonNewestFirst(int limit) {
        List<Block> expected = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            User person = user("p" + i);
            register(person);
            Block block = new Block(ANNA.id(), person.id(), nowPlus(60 - i / 2));
            blocks().add(block);
            expected.add(block);
        }
        blocks().add(new Block(BOB.id(), CARA.id(), NOW));

        List<Block> all = new ArrayList<>();
        List<Block> page = blocks().list(ANNA.id(), null, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = blocks().list(ANNA.id(), page.get(page.size() - 1).position(), limit);
        }
        assertThat(all).containsExactlyElementsOf(expected);
    }

    @Test
    void endsAllOfAndAgainstAPerson() {
        Block ofOthers = new Block(BOB.id(), CARA.id(), NOW);
        blocks().add(OF_BOB);
        blocks().add(new Block(CARA.id(), ANNA.id(), NOW));
        blocks().add(ofOthers);

        blocks().removeAllOf(ANNA.id());

        assertThat(blocks().list(ANNA.id(), null, 10)).isEmpty();
        assertThat(blocks().list(CARA.id(), null, 10)).isEmpty();
        assertThat(blocks().list(BOB.id(), null, 10)).containsExactly(ofOthers);
    }

    private BlockRepository blocks() {
        return store().blocks();
    }
}
