package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.BoundedCache;
import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations in the tables {@code conversation} and {@code member}. */
@Component
final class SqliteConversationRepository implements ConversationRepository {

    private static final int REMEMBERED_PARTICIPANTS = 20_000;

    private static final String SELECT_PARTICIPANTS = """
            SELECT low.id AS low_id, high.id AS high_id
            FROM conversation c
            CROSS JOIN users me
            CROSS JOIN member m ON m.conversation = c.key AND m.user = me.key
            JOIN users low ON low.key = c.low
            JOIN users high ON high.key = c.high
            WHERE c.id = ? AND me.id = ?
            """;

    private final SqliteStore store;
    private final EntryReader entries;
    private final ConversationRows rows;
    private final SettingsChanger settings;
    private final Touches touches;

    /** For whom a conversation exists it exists for ever, and its people never change; asked for at every send. */
    private final BoundedCache<Existence, Participants> existing = new BoundedCache<>(REMEMBERED_PARTICIPANTS);

    SqliteConversationRepository(
            SqliteStore store, EntryReader entries, ConversationRows rows, SettingsChanger settings, Touches touches) {
        this.store = store;
        this.entries = entries;
        this.rows = rows;
        this.settings = settings;
        this.touches = touches;
    }

    @Override
    public boolean open(Participants participants, UserId opener, Instant now) {
        ConversationId id = participants.conversationId();
        // Opening again is common and needs no write.
        if (findParticipants(id, opener).isPresent()) {
            return false;
        }
        return store.writer().call(connection -> {
            rows.add(connection, id, participants);
            return rows.addMember(connection, id, opener, now);
        });
    }

    @Override
    public Optional<Participants> findParticipants(ConversationId conversation, UserId viewer) {
        Existence key = new Existence(conversation, viewer);
        Participants remembered = existing.get(key);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Participants> found = store.reader()
                .read(client -> client.sql(SELECT_PARTICIPANTS)
                        .params(conversation.value(), viewer.value())
                        .query((row, number) -> new Participants(
                                new UserId(row.getString("low_id")), new UserId(row.getString("high_id"))))
                        .optional());
        found.ifPresent(participants -> existing.put(key, participants));
        return found;
    }

    @Override
    public List<ConversationEntry> findAll(Collection<ConversationId> conversations, UserId viewer) {
        return entries.findAll(viewer, conversations);
    }

    @Override
    public List<ConversationEntry> list(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        return entries.list(viewer, filter, after, limit);
    }

    @Override
    public boolean changeSettings(ConversationId conversation, UserId user, SettingsChange change, Instant now) {
        return store.writer().call(connection -> settings.change(connection, conversation, user, change, now));
    }

    @Override
    public boolean countChange(ConversationId conversation, UserId user, Instant now) {
        return store.writer().call(connection -> settings.count(connection, conversation, user, now));
    }

    @Override
    public Set<UserId> touchAll(UserId person, Instant now) {
        return store.writer().call(connection -> touches.all(connection, person, now));
    }

    @Override
    public Set<UserId> touchEmpty(UserId person, Instant now) {
        return store.writer().call(connection -> touches.empty(connection, person, now));
    }

    private record Existence(ConversationId conversation, UserId viewer) {}
}
