package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.conversation.ConversationRepository} promises of settings; part of its contract. */
abstract class ConversationSettingsContract extends StoreContract {

    private static final SettingsChange MUTE = new SettingsChange(true, null, null, null);
    private static final SettingsChange ARCHIVE = new SettingsChange(null, true, null, null);
    private static final SettingsChange MARK_UNREAD = new SettingsChange(null, null, null, true);

    @Test
    void keepsWhatAPersonSetForThatPersonOnly() {
        sendTo(ANNA);
        sendTo(ANNA);

        assertThat(change(ANNA, new SettingsChange(true, true, true, true))).isTrue();

        assertThat(entry(ANNA).settings()).isEqualTo(new Settings(true, true, 2L, 0L, 1));
        assertThat(entry(BOB).settings()).isEqualTo(Settings.NONE);
        assertThat(change(ANNA, new SettingsChange(false, false, false, false))).isTrue();
        assertThat(entry(ANNA).settings()).isEqualTo(new Settings(false, false, null, null, 2));
    }

    @Test
    void writesNothingWhereNothingChanges() {
        sendTo(ANNA);
        change(ANNA, ARCHIVE);

        assertThat(change(ANNA, ARCHIVE)).isFalse();
        assertThat(change(ANNA, new SettingsChange(null, null, null, null))).isFalse();
        assertThat(change(CARA, ARCHIVE)).isFalse();
        assertThat(entry(ANNA).settings().version()).isEqualTo(1);
    }

    @Test
    void endsWhatEndsByItself() {
        sendTo(ANNA);
        change(ANNA, ARCHIVE);
        change(ANNA, MARK_UNREAD);
        assertThat(entry(ANNA).archived()).isTrue();
        assertThat(entry(ANNA).markedUnread()).isTrue();

        sendTo(BOB);
        store().marks().advance(ANNA_WITH_BOB, ANNA.id(), MarkReport.read(1), PeerSight.ALL, nowPlus(2));

        assertThat(entry(ANNA).archived()).isFalse();
        assertThat(entry(ANNA).markedUnread()).isFalse();

        change(ANNA, MARK_UNREAD);
        assertThat(entry(ANNA).settings().markedUnreadAt()).isEqualTo(1);
        assertThat(entry(ANNA).markedUnread()).isTrue();
    }

    @Test
    void showsEachConversationInOneOfTheLists() {
        store().conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);
        assertListed(ConversationFilter.ALL);

        change(ANNA, ARCHIVE);
        assertListed(ConversationFilter.ARCHIVED);

        sendTo(ANNA);
        assertListed(ConversationFilter.ALL);

        change(ANNA, ARCHIVE);
        change(ANNA, MUTE);
        sendTo(ANNA);
        assertListed(ConversationFilter.ARCHIVED);
        assertThat(list(BOB, ConversationFilter.ALL)).hasSize(1);
    }

    @Test
    void pagesThroughBothLists() {
        List<User> peers =
                IntStream.range(0, 9).mapToObj(i -> user("peer-" + i)).toList();
        peers.forEach(peer -> {
            register(peer);
            var id = send(at(nowPlus(peers.indexOf(peer) / 2), draft(peer, ANNA, "hello")))
                    .conversationId();
            if (peers.indexOf(peer) % 3 == 0) {
                store().conversations().changeSettings(id, ANNA.id(), ARCHIVE, NOW);
            }
        });

        assertThat(list(ANNA, ConversationFilter.ARCHIVED)).hasSize(3).allMatch(ConversationEntry::archived);
        assertThat(list(ANNA, ConversationFilter.ALL)).hasSize(6).noneMatch(ConversationEntry::archived);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() {
        sendTo(ANNA);

        List<Boolean> changed = Concurrently.call(8, thread -> {
            Store writer = thread % 2 == 0 ? store() : elsewhere();
            Boolean on = thread < 4;
            SettingsChange change = switch (thread % 4) {
                case 0 -> new SettingsChange(on, null, null, null);
                case 1 -> new SettingsChange(null, on, null, null);
                case 2 -> new SettingsChange(null, null, on, null);
                default -> new SettingsChange(null, null, null, on);
            };
            return writer.conversations().changeSettings(ANNA_WITH_BOB, ANNA.id(), change, NOW);
        });

        long changes = changed.stream().filter(Boolean::booleanValue).count();
        assertThat(changes).isGreaterThanOrEqualTo(4);
        assertThat(entry(ANNA).settings().version()).isEqualTo(changes);
    }

    private void assertListed(ConversationFilter expected) {
        for (ConversationFilter filter : ConversationFilter.values()) {
            assertThat(list(ANNA, filter)).hasSize(filter == expected ? 1 : 0);
        }
    }

    private List<ConversationEntry> list(User viewer, ConversationFilter filter) {
        List<ConversationEntry> all = new ArrayList<>();
        ConversationPosition after = null;
        List<ConversationEntry> page = store().conversations().list(viewer.id(), filter, after, 2);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = page.get(page.size() - 1).position();
            page = store().conversations().list(viewer.id(), filter, after, 2);
        }
        return all;
    }

    private boolean change(User user, SettingsChange change) {
        return store().conversations().changeSettings(ANNA_WITH_BOB, user.id(), change, nowPlus(1));
    }

    private void sendTo(User recipient) {
        send(draft(recipient.equals(ANNA) ? BOB : ANNA, recipient, "hello"));
    }

    private ConversationEntry entry(User viewer) {
        return store().conversations().find(ANNA_WITH_BOB, viewer.id()).orElseThrow();
    }
}
