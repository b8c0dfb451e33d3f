package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ConversationRepositoryContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoConversationRepositoryTest extends ConversationRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected Store elsewhere() {
        return mongo.otherNode().ports();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void pagesExactlyThroughBothListsWhileHeadsLag(int seed) {
        Random random = new Random(seed);
        List<User> peers =
                IntStream.range(0, 12).mapToObj(i -> user("peer-" + i)).toList();
        register(peers.toArray(User[]::new));
        for (int i = 0; i < 80; i++) {
            User peer = peers.get(random.nextInt(peers.size()));
            Store writer = random.nextBoolean() ? store() : elsewhere();
            if (random.nextInt(3) == 0) {
                writer.conversations()
                        .changeSettings(
                                pair(ANNA, peer).conversationId(), ANNA.id(), randomChange(random), nowPlus(i * 2L));
            } else {
                await(writer.messages().append(at(nowPlus(i * 2L), draft(peer, ANNA, "number " + i))));
            }
        }

        List<ConversationId> all =
                peers.stream().map(peer -> pair(ANNA, peer).conversationId()).toList();
        for (ConversationFilter filter : ConversationFilter.values()) {
            List<ConversationEntry> expected = store().conversations().findAll(all, ANNA.id()).stream()
                    .filter(entry -> entry.archived() == (filter == ConversationFilter.ARCHIVED))
                    .sorted(Comparator.comparing((ConversationEntry entry) ->
                                    entry.position().at())
                            .reversed())
                    .toList();
            for (int limit : new int[] {1, 2, 5, 50}) {
                assertThat(list(filter, limit)).as("seed " + seed).isEqualTo(expected);
            }
        }
    }

    private static SettingsChange randomChange(Random random) {
        return random.nextInt(4) == 0
                ? new SettingsChange(random.nextBoolean(), null, null, null)
                : new SettingsChange(null, random.nextInt(4) > 0, null, null);
    }

    private List<ConversationEntry> list(ConversationFilter filter, int limit) {
        List<ConversationEntry> all = new ArrayList<>();
        List<ConversationEntry> page = store().conversations().list(ANNA.id(), filter, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            ConversationPosition last = page.get(page.size() - 1).position();
            page = store().conversations().list(ANNA.id(), filter, last, limit);
        }
        return all;
    }
}
