package io.chatty.adapter.sqlite;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.User;
import io.chatty.testkit.user.UserFixtures;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what a message costs: 100 people in 50 pairs, each with one message in flight. Run its {@code main} with the
 * test class path; arguments: messages a round, rounds, folder for the data.
 */
final class AppendRate {

    private static final Logger LOG = LoggerFactory.getLogger(AppendRate.class);
    private static final int PEOPLE = 100;

    private final OpenStore store;
    private final List<User> people = new ArrayList<>();

    private AppendRate(OpenStore store) {
        this.store = store;
        for (int i = 0; i < PEOPLE; i++) {
            User user = UserFixtures.user("person-" + i);
            people.add(user);
            store.ports().users().add(user);
        }
    }

    public static void main(String... arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory(Path.of(arguments.length > 2 ? arguments[2] : "target"), "rate");
        try (OpenStore store = new OpenStore(folder)) {
            AppendRate rate = new AppendRate(store);
            for (int round = 1; round <= rounds; round++) {
                rate.measure(round, messages);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void measure(int round, int messages) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        AtomicInteger left = new AtomicInteger(messages);
        CountDownLatch done = new CountDownLatch(messages);
        people.forEach(person -> sendNext(person, left, done));
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        LOG.warn(
                "round {}: {} messages/s, {} CPU s per 10,000",
                round,
                Math.round(messages / seconds),
                String.format(Locale.ROOT, "%.3f", cpuSeconds * 10_000 / messages));
    }

    private void sendNext(User sender, AtomicInteger left, CountDownLatch done) {
        if (left.getAndDecrement() <= 0) {
            return;
        }
        int place = people.indexOf(sender);
        MessageDraft draft = new MessageDraft(
                Participants.of(sender.id(), people.get(place ^ 1).id()),
                sender.id(),
                new ClientMessageId(UUID.randomUUID().toString()),
                new MessageText("An ordinary message of an ordinary length, number " + left.get()),
                null,
                Instant.now());
        store.ports().messages().append(draft).whenComplete((outcome, failure) -> {
            done.countDown();
            sendNext(sender, left, done);
        });
    }
}
