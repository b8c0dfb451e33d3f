package io.chatty.testkit.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
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
import io.chatty.testkit.conversation.FakeConversations.FakeConversation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Messages in memory; what is handed in is stored at once, and its stage is complete when it is returned. */
public final class FakeMessageRepository implements MessageRepository {

    private final FakeConversations conversations;

    public FakeMessageRepository(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        synchronized (conversations) {
            AppendOutcome outcome = store(draft);
            inOrder.accept(outcome);
            return CompletableFuture.completedStage(outcome);
        }
    }

    @Override
    public CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        synchronized (conversations) {
            try {
                ChangeOutcome outcome = conversations
                        .find(change.participants().conversationId())
                        .filter(found -> change.seq() >= 1 && change.seq() <= found.lastSeq())
                        .orElseThrow(ErrorCode.NOT_FOUND::refusal)
                        .change(change);
                inOrder.accept(outcome);
                return CompletableFuture.completedStage(outcome);
            } catch (ChatException refusal) {
                return CompletableFuture.failedStage(refusal);
            }
        }
    }

    @Override
    public ChangesPage changes(ConversationId conversation, long sinceRev, int limit) {
        synchronized (conversations) {
            List<Message> changed = read(conversation, new SeqRange(1, Long.MAX_VALUE)).stream()
                    .filter(message -> message.rev() > sinceRev)
                    .sorted(Comparator.comparingLong(Message::rev))
                    .toList();
            if (changed.size() <= limit) {
                return new ChangesPage(changed, head(conversation).rev(), false);
            }
            return new ChangesPage(
                    changed.subList(0, limit), changed.get(limit - 1).rev(), true);
        }
    }

    @Override
    public Head head(ConversationId conversation) {
        synchronized (conversations) {
            return conversations.find(conversation).map(FakeConversation::head).orElse(Head.EMPTY);
        }
    }

    @Override
    public List<Message> read(ConversationId conversation, SeqRange range) {
        synchronized (conversations) {
            return conversations.find(conversation).stream()
                    .flatMap(found -> found.messages.stream())
                    .filter(message -> message.seq() >= range.from() && message.seq() <= range.to())
                    .toList();
        }
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long seq) {
        return read(conversation, new SeqRange(seq, seq)).stream().findFirst();
    }

    @Override
    public Optional<Message> find(ConversationId conversation, UserId sender, ClientMessageId clientMessageId) {
        return read(conversation, new SeqRange(1, Long.MAX_VALUE)).stream()
                .filter(message -> message.senderId().equals(sender)
                        && message.clientMessageId().equals(clientMessageId))
                .findFirst();
    }

    private AppendOutcome store(MessageDraft draft) {
        FakeConversation conversation = conversations.of(draft.participants());
        Optional<Message> known = conversation.messages.stream()
                .filter(message -> message.senderId().equals(draft.senderId())
                        && message.clientMessageId().equals(draft.clientMessageId()))
                .findFirst();
        if (known.isPresent()) {
            return new AppendOutcome.Replayed(known.get());
        }
        Long replyTo = draft.replyTo();
        if (replyTo != null && (replyTo < 1 || replyTo > conversation.lastSeq())) {
            return new AppendOutcome.ReplyTargetMissing(conversation.lastSeq());
        }
        return new AppendOutcome.Appended(conversation.add(draft));
    }
}
