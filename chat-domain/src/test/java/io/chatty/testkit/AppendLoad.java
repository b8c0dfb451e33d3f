package io.chatty.testkit;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.User;
import io.chatty.testkit.user.UserFixtures;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A hundred people in fifty pairs who write to a store, each with one message in flight: for measuring what that costs. */
public final class AppendLoad {

    private static final int PEOPLE = 100;

    private final Store store;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final List<User> people = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

    /** Registers the people. */
    public AppendLoad(Store store) {
        this.store = store;
        for (int i = 0; i < PEOPLE; i++) {
            User user = UserFixtures.user("person-" + i);
            people.add(user);
            store.users().add(user);
        }
    }

    /**
     * Writes, and waits until all is stored.
     *
     * @return messages a second
     * @throws IllegalStateException if a message was refused: then nothing was measured
     */
    public double write(int messages) throws InterruptedException {
        long start = System.nanoTime();
        AtomicInteger left = new AtomicInteger(messages);
        CountDownLatch done = new CountDownLatch(messages);
        for (int place = 0; place < PEOPLE; place++) {
            sendNext(place, left, done);
        }
        done.await();
        Throwable failure = failed.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    private void sendNext(int place, AtomicInteger left, CountDownLatch done) {
        int number = left.getAndDecrement();
        if (number <= 0) {
            return;
        }
        User sender = people.get(place);
        MessageDraft draft = new MessageDraft(
                Participants.of(sender.id(), people.get(place ^ 1).id()),
                sender.id(),
                new ClientMessageId(UUID.randomUUID().toString()),
                new MessageText("An ordinary message of an ordinary length, number " + number),
                null,
                clock.instant());
        store.messages().append(draft).whenComplete((outcome, failure) -> {
            if (failure != null) {
                failed.set(failure);
            }
            done.countDown();
            sendNext(place, left, done);
        });
    }
}
