package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerMarks;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a list before its unread messages are counted.
 *
 * @param key of the conversation
 * @param peerKey of the other person
 * @param happenedAt the later of its two times
 */
record EntryRow(
        long key,
        long peerKey,
        ConversationId id,
        Participants participants,
        UserId owner,
        Instant createdAt,
        Head head,
        @Nullable Message lastMessage,
        Marks ownMarks,
        Marks peerMarks,
        @Nullable Marks keptPeerMarks,
        Settings settings,
        Instant happenedAt) {

    /**
     * Of the aliases {@code me} (the viewer), {@code c} (the conversation), {@code low} and {@code high} (its people),
     * {@code own} and {@code other} (their rows in {@code member}), and those of {@link MessageRow#COLUMNS}.
     */
    static final String COLUMNS = """
            c.key, c.low + c.high - me.key AS peer_key, c.id, low.id AS low_id, high.id AS high_id, own.created_at,
            own.read_seq AS own_read_seq, own.read_at AS own_read_at,
            own.delivered_seq AS own_delivered_seq, own.delivered_at AS own_delivered_at,
            other.read_seq AS other_read_seq, other.read_at AS other_read_at,
            other.delivered_seq AS other_delivered_seq, other.delivered_at AS other_delivered_at,
            other.kept_read_seq AS kept_read_seq, other.kept_read_at AS kept_read_at,
            other.kept_delivered_seq AS kept_delivered_seq, other.kept_delivered_at AS kept_delivered_at,
            max(own.listed_at, own.touched_at) AS happened_at,
            (SELECT max(rev) FROM message WHERE conversation = c.key) AS rev,
            """ + SettingsRow.COLUMNS + ", " + MessageRow.COLUMNS;

    static EntryRow of(ResultSet row, UserId owner) throws SQLException {
        ConversationId id = new ConversationId(row.getString("id"));
        Head head = new Head(row.getLong("seq"), row.getLong("rev"));
        return new EntryRow(
                row.getLong("key"),
                row.getLong("peer_key"),
                id,
                new Participants(new UserId(row.getString("low_id")), new UserId(row.getString("high_id"))),
                owner,
                Instant.ofEpochMilli(row.getLong("created_at")),
                head,
                head.lastSeq() == 0 ? null : MessageRow.message(id, row),
                MarksRow.marks(row, "own_"),
                MarksRow.marks(row, "other_"),
                row.getObject("kept_read_seq") == null ? null : MarksRow.marks(row, "kept_"),
                SettingsRow.settings(row),
                Instant.ofEpochMilli(row.getLong("happened_at")));
    }

    /** This row with marks that are not written yet. */
    EntryRow withNewest(GatheredMarks.Snapshot newest) {
        return new EntryRow(
                key,
                peerKey,
                id,
                participants,
                owner,
                createdAt,
                head,
                lastMessage,
                newest.merge(id, owner, ownMarks),
                newest.merge(id, participants.peerOf(owner), peerMarks),
                keptPeerMarks,
                settings,
                happenedAt);
    }

    UnreadCount.Span unreadSpan() {
        return new UnreadCount.Span(key, peerKey, ownMarks.readSeq(), head.lastSeq());
    }

    ConversationEntry entry(int unreadCount) {
        return new ConversationEntry(
                participants,
                owner,
                createdAt,
                head,
                lastMessage,
                ownMarks,
                peerMarks,
                keptPeerMarks,
                settings,
                unreadCount);
    }

    Footprint footprint() {
        PeerMarks peers = new PeerMarks(participants.peerOf(owner), peerMarks, keptPeerMarks);
        return new Footprint(id, happenedAt, head.rev(), ownMarks, peers, settings.version());
    }
}
