package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.conversation.SyncPlace;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** When something last happened, from memory. The two times of a conversation are one here. */
public final class FakeSyncRepository implements SyncRepository {

    private final FakeConversations conversations;

    public FakeSyncRepository(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public List<Footprint> recent(UserId user) {
        List<Footprint> all = all(user);
        Instant newest =
                all.stream().map(Footprint::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return all.stream()
                .filter(print -> !print.at().isBefore(newest.minus(OVERLAP)))
                .toList();
    }

    @Override
    public List<SyncPlace> happened(UserId user, SyncPlace after, int limit) {
        return all(user).stream()
                .map(print -> new SyncPlace(print.at(), print.conversation()))
                .filter(place -> place.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    private List<Footprint> all(UserId user) {
        synchronized (conversations) {
            return conversations.of(user).stream()
                    .map(conversation -> conversation.footprint(user))
                    .toList();
        }
    }
}
