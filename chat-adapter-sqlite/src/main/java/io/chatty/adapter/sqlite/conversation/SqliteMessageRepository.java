package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Messages in the table {@code message}. */
@Component
final class SqliteMessageRepository implements MessageRepository {

    private static final String SELECT_HEAD = """
            SELECT (SELECT max(seq) FROM message WHERE conversation = c.key) AS seq,
                (SELECT max(rev) FROM message WHERE conversation = c.key) AS rev
            FROM conversation c WHERE c.id = ?
            """;

    private static final String SELECT_RANGE = "SELECT " + MessageRow.COLUMNS + """
             FROM conversation c
            JOIN message x ON x.conversation = c.key
            JOIN users s ON s.key = x.sender
            WHERE c.id = ? AND x.seq BETWEEN ? AND ?
            ORDER BY x.seq
            """;

    private static final String SELECT_OF_SENDER = "SELECT " + MessageRow.COLUMNS + """
             FROM conversation c
            CROSS JOIN users s
            CROSS JOIN message x ON x.conversation = c.key AND x.sender = s.key
            WHERE c.id = ? AND s.id = ? AND x.client_id = ?
            """;

    private static final String SELECT_CHANGES = "SELECT " + MessageRow.COLUMNS + """
             FROM conversation c
            JOIN message x ON x.conversation = c.key
            JOIN users s ON s.key = x.sender
            WHERE c.id = ? AND x.rev > ?
            ORDER BY x.rev LIMIT ?
            """;

    private final SqliteStore store;
    private final ConversationTails tails;
    private final MessageAppender appender;
    private final MessageChanger changer;

    SqliteMessageRepository(
            SqliteStore store, ConversationTails tails, MessageAppender appender, MessageChanger changer) {
        this.store = store;
        this.tails = tails;
        this.appender = appender;
        this.changer = changer;
    }

    @Override
    public CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        // Derived here, so that the hashing does not take the writer's time.
        ConversationId id = draft.participants().conversationId();
        return store.writer().submit(connection -> appender.append(connection, id, draft), inOrder);
    }

    @Override
    public CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        ConversationId id = change.participants().conversationId();
        return store.writer().submit(connection -> changer.change(connection, id, change), inOrder);
    }

    @Override
    public ChangesPage changes(ConversationId conversation, long sinceRev, int limit) {
        // Before the messages: the answer is complete up to there, and where it ends early or late its last one says
        // so.
        Head head = head(conversation);
        List<Message> found = store.reader()
                .read(client -> client.sql(SELECT_CHANGES)
                        .params(conversation.value(), sinceRev, limit + 1)
                        .query((row, number) -> MessageRow.message(conversation, row))
                        .list());
        boolean hasMore = found.size() > limit;
        List<Message> messages = hasMore ? found.subList(0, limit) : found;
        long last = messages.isEmpty() ? 0 : messages.get(messages.size() - 1).rev();
        return new ChangesPage(messages, hasMore ? last : Math.max(head.rev(), last), hasMore);
    }

    @Override
    public Head head(ConversationId conversation) {
        Head remembered = tails.rememberedHead(conversation);
        return remembered != null ? remembered : readHead(conversation);
    }

    @Override
    public List<Message> read(ConversationId conversation, SeqRange range) {
        if (range.isEmpty()) {
            return List.of();
        }
        return store.reader()
                .read(client -> client.sql(SELECT_RANGE)
                        .params(conversation.value(), range.from(), range.to())
                        .query((row, number) -> MessageRow.message(conversation, row))
                        .list());
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long seq) {
        return read(conversation, new SeqRange(seq, seq)).stream().findFirst();
    }

    @Override
    public Optional<Message> find(ConversationId conversation, UserId sender, ClientMessageId clientMessageId) {
        return store.reader()
                .read(client -> client.sql(SELECT_OF_SENDER)
                        .params(conversation.value(), sender.value(), clientMessageId.value())
                        .query((row, number) -> MessageRow.message(conversation, row))
                        .optional());
    }

    private Head readHead(ConversationId conversation) {
        return store.reader()
                .read(client -> client.sql(SELECT_HEAD)
                        .param(conversation.value())
                        .query((row, number) -> new Head(row.getLong("seq"), row.getLong("rev")))
                        .optional())
                .orElse(Head.EMPTY);
    }
}
