package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;

import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ChatException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import io.chatty.testkit.conversation.FakeClientMessageIdGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** The use cases of conversations over a store in memory, in which Anna, Bob and Cara are registered. */
final class ConversationScene {

    static final ChangeLimits LIMITS = new ChangeLimits(Duration.ofHours(24), 500);

    final Store store = Store.fake();
    final ManualScheduler waiting = new ManualScheduler();
    final TestClock clock = new TestClock();
    final RateLimiter limiter;
    final ConversationNotifier notifier = mock();
    final Relations relations = store.relations(clock);
    final ConversationAssembly assembly = assembly(store.messages());

    ConversationScene() {
        this(RateFixtures.plenty());
    }

    ConversationScene(RateLimits limits) {
        limiter = new FakeRateLimiter(limits, clock);
        List.of(ANNA, BOB, CARA).forEach(store.users()::add);
    }

    /** The same use cases with messages kept by something else. */
    ConversationAssembly assembly(MessageRepository messages) {
        return new ConversationAssembly(
                new ConversationAssembly.Stores(
                        store.conversations(),
                        messages,
                        store.marks(),
                        new SyncReader(store.sync(), store.identity(), relations)),
                relations,
                notifier,
                new FakeClientMessageIdGenerator(),
                LIMITS,
                new ConversationAssembly.Workers(Runnable::run, waiting),
                clock);
    }

    /** Sends something under a client message id of its own. */
    SentMessage send(User sender, User recipient, String text) {
        return send(message(sender, recipient, text, text));
    }

    SentMessage send(SendMessageCommand command) {
        return assembly.sendMessage(limiter).send(command).toCompletableFuture().join();
    }

    ChatException refusalOf(SendMessageCommand command) {
        return refusalOf(assembly.sendMessage(limiter).send(command).toCompletableFuture());
    }

    static ChatException refusalOf(CompletableFuture<SentMessage> answer) {
        return (ChatException)
                Objects.requireNonNull(catchThrowable(answer::join).getCause());
    }

    /** The stored message of Anna and Bob. */
    Message stored(long seq) {
        return store.messages().find(ANNA_WITH_BOB, seq).orElseThrow();
    }

    /** How far a person has read in the conversation of Anna and Bob. */
    long readMarkOf(User person) {
        return store.conversations()
                .find(ANNA_WITH_BOB, person.id())
                .orElseThrow()
                .ownMarks()
                .readSeq();
    }

    /** What a recipient was told, in that order; forgets nothing. */
    List<ConversationEvent> toldTo(User recipient) {
        ArgumentCaptor<ConversationEvent> events = ArgumentCaptor.captor();
        Mockito.verify(notifier, Mockito.atLeast(0)).tell(Mockito.eq(recipient.id()), events.capture());
        return events.getAllValues();
    }

    /** Forgets what everybody was told so far. */
    void startListening() {
        Mockito.clearInvocations(notifier);
    }

    static SendMessageCommand message(User sender, User recipient, String clientMessageId, String text) {
        return message(sender, recipient, clientMessageId, text, null);
    }

    static SendMessageCommand message(
            User sender, User recipient, String clientMessageId, String text, @Nullable Long replyTo) {
        return new SendMessageCommand(
                sender.id(),
                new Target.ToPerson(recipient.id()),
                new ClientMessageId(clientMessageId),
                new MessageText(text),
                replyTo,
                null);
    }

    /** The same message, saying as well how far its sender has read. */
    static SendMessageCommand seen(long readSeq, SendMessageCommand message) {
        return new SendMessageCommand(
                message.sender(),
                message.target(),
                message.clientMessageId(),
                message.text(),
                message.replyTo(),
                MarkReport.read(readSeq));
    }

    /** The same message, going somewhere else. */
    static SendMessageCommand into(Target target, SendMessageCommand message) {
        return new SendMessageCommand(
                message.sender(), target, message.clientMessageId(), message.text(), message.replyTo(), message.seen());
    }
}
