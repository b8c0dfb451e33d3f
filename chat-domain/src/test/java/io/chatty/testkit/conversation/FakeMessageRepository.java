package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.testkit.conversation.FakeConversations.FakeConversation;
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
    public Head head(ConversationId conversation) {
        synchronized (conversations) {
            return conversations
                    .find(conversation)
                    .map(found -> new Head(found.lastSeq(), found.lastSeq()))
                    .orElse(Head.EMPTY);
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
