package io.chatty.testkit;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.user.User;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of the durable ports share: a store of its own for each test, in which three people are registered. */
public abstract class StoreContract {

    private static final long PATIENCE_SECONDS = 30;

    /** The store under test, empty before the test. */
    protected abstract Store store();

    /** The same store as a second writer has it open; the store itself where only one can write. */
    protected Store elsewhere() {
        return store();
    }

    @BeforeEach
    void registerPeople() {
        register(ANNA, BOB, CARA);
    }

    protected final void register(User... users) {
        for (User user : users) {
            Assertions.assertThat(store().users().add(user)).isTrue();
        }
    }

    /** Waits for the outcome of an append. */
    protected static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores a message that is new. */
    protected final Message send(MessageDraft draft) {
        return appended(await(store().messages().append(draft)));
    }

    /** Stores messages that are new, in their order, without waiting for one before the next is handed in. */
    protected final List<Message> sendAll(List<MessageDraft> drafts) {
        return drafts.stream().map(store().messages()::append).toList().stream()
                .map(stage -> appended(await(stage)))
                .toList();
    }

    protected static Message appended(AppendOutcome outcome) {
        Assertions.assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
        return ((AppendOutcome.Appended) outcome).message();
    }
}
