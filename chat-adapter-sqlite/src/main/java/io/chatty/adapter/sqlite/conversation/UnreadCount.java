package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the peer's live messages in a span of a conversation: the difference of how many the peer had written at its ends,
 * less the tombstones between.
 */
final class UnreadCount {

    private static final String COUNT = """
            SELECT coalesce((SELECT iif(sender = span.peer, sender_seq, seq - sender_seq) FROM message
                    WHERE conversation = span.conversation AND seq = span.last_seq), 0)
                - coalesce((SELECT iif(sender = span.peer, sender_seq, seq - sender_seq) FROM message
                    WHERE conversation = span.conversation AND seq = span.read_seq), 0)
                - (SELECT count(*) FROM message INDEXED BY message_tombstone WHERE deleted_at IS NOT NULL
                    AND conversation = span.conversation AND sender = span.peer
                    AND seq > span.read_seq AND seq <= span.last_seq)
            FROM (SELECT key AS place, value ->> 0 AS conversation, value ->> 1 AS peer,
                    value ->> 2 AS read_seq, value ->> 3 AS last_seq FROM json_each(?)) span
            ORDER BY span.place
            """;

    /** Where the newest that count are looked for first: few tombstones are among so few messages. */
    private static final int NEAR = 4 * ConversationEntry.MAX_UNREAD;

    private UnreadCount() {}

    /**
     * Where to count.
     *
     * @param conversation its key
     * @param peer the key of the person whose messages count
     * @param readSeq the message before the first that counts, 0 for all
     * @param lastSeq the last that counts
     */
    record Span(long conversation, long peer, long readSeq, long lastSeq) {

        Span near() {
            return new Span(conversation, peer, Math.max(readSeq, lastSeq - NEAR), lastSeq);
        }
    }

    /**
     * The counts of the spans, in their order; {@link ConversationEntry#MAX_UNREAD} at most, for which the newest messages
     * are mostly enough: however many tombstones a long span has, they are seldom counted.
     */
    static List<Integer> of(JdbcClient client, List<Span> spans) {
        List<Integer> counts = count(client, spans.stream().map(Span::near).toList());
        List<Integer> open = IntStream.range(0, spans.size())
                .filter(i -> counts.get(i) < ConversationEntry.MAX_UNREAD)
                .filter(i -> !spans.get(i).near().equals(spans.get(i)))
                .boxed()
                .toList();
        if (!open.isEmpty()) {
            Iterator<Integer> whole =
                    count(client, open.stream().map(spans::get).toList()).iterator();
            open.forEach(i -> counts.set(i, whole.next()));
        }
        return counts;
    }

    private static List<Integer> count(JdbcClient client, List<Span> spans) {
        String json = spans.stream()
                .map(span -> "[" + span.conversation + "," + span.peer + "," + span.readSeq + "," + span.lastSeq + "]")
                .collect(Collectors.joining(",", "[", "]"));
        return client.sql(COUNT)
                .param(json)
                .query((row, number) -> Math.min(row.getInt(1), ConversationEntry.MAX_UNREAD))
                .list();
    }
}
