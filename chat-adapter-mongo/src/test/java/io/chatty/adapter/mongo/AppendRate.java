package io.chatty.adapter.mongo;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.User;
import io.chatty.testkit.user.UserFixtures;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what a message costs: 100 people in 50 pairs, each with one message in flight. Run its {@code main} with the
 * test class path on a real {@code mongod} ({@link MongoServer}); arguments: messages a round, rounds.
 */
final class AppendRate {

    private static final Logger LOG = LoggerFactory.getLogger(AppendRate.class);
    private static final int PEOPLE = 100;

    private final OpenStore store;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final List<User> people = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

    private AppendRate(OpenStore store) {
        this.store = store;
        for (int i = 0; i < PEOPLE; i++) {
            people.add(UserFixtures.user("person-" + i));
        }
    }

    public static void main(String... arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String uri = MongoServer.shared().freshDatabase();
        try (OpenStore store = new OpenStore(uri)) {
            AppendRate rate = new AppendRate(store);
            for (int round = 1; round <= rounds; round++) {
                rate.measure(round, messages);
            }
        } finally {
            MongoServer.shared().drop(uri);
        }
    }

    private void measure(int round, int messages) throws InterruptedException {
        Duration driver = driverCpu();
        Duration server = serverCpu();
        long start = System.nanoTime();
        AtomicInteger left = new AtomicInteger(messages);
        CountDownLatch done = new CountDownLatch(messages);
        for (int place = 0; place < PEOPLE; place++) {
            sendNext(place, left, done);
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.warn(
                "round {}: {} messages/s; CPU s per 10,000: driver {}, mongod {}",
                round,
                Math.round(messages / seconds),
                perTenThousand(driverCpu().minus(driver), messages),
                perTenThousand(serverCpu().minus(server), messages));
        Throwable failure = failed.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
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
        store.ports().messages().append(draft).whenComplete((outcome, failure) -> {
            if (failure != null) {
                failed.set(failure);
            }
            done.countDown();
            sendNext(place, left, done);
        });
    }

    private static Duration driverCpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** That of the server that this process started; zero for one that runs elsewhere. */
    private static Duration serverCpu() {
        return ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String perTenThousand(Duration cpu, int messages) {
        return String.format(Locale.ROOT, "%.2f", cpu.toNanos() / 1e9 * 10_000 / messages);
    }
}
