package io.chatty.benchmark;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Connected people who talk in pairs, each with at most one message in flight. */
final class Talk implements AutoCloseable {

    private static final int MOST_MEASURED = 2_000_000;

    private final List<Talker> talkers;

    private Talk(List<Talker> talkers) {
        this.talkers = talkers;
    }

    /**
     * Registers and connects people and opens their conversations.
     *
     * @param pairs how many pairs, from 1
     */
    static Talk between(ChattyServer server, int pairs) {
        InFlight inFlight = new InFlight();
        List<Callable<List<Talker>>> tasks = IntStream.range(0, pairs)
                .<Callable<List<Talker>>>mapToObj(pair -> () -> pair(server, inFlight))
                .toList();
        List<Talker> talkers = new ArrayList<>();
        Together.run(tasks).forEach(talkers::addAll);
        return new Talk(talkers);
    }

    private static List<Talker> pair(ChattyServer server, InFlight inFlight) {
        ChattyPerson low = server.register("Low");
        ChattyPerson high = server.register("High");
        String conversation = low.openConversationWith(high);
        ChattySession lowSession = low.connect();
        ChattySession highSession = high.connect();
        // The first message makes the conversation exist for both.
        lowSession.send(conversation, "Good morning");
        return List.of(
                new Talker(lowSession, conversation, low.id(), inFlight),
                new Talker(highSession, conversation, high.id(), inFlight));
    }

    /** Everybody sends the next message as soon as the last one is acknowledged, for so many seconds. */
    Sample asFastAsTheyCan(int seconds) throws InterruptedException {
        Sample sample = new Sample(MOST_MEASURED);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        CountDownLatch done = new CountDownLatch(talkers.size());
        talkers.forEach(talker -> talker.talkUntil(end, sample, done));
        awaitAll(done, seconds);
        return sample.finish();
    }

    /** Together they send so many messages a second, evenly, in turn. */
    Sample atRate(int messagesPerSecond, int seconds) throws InterruptedException {
        Sample sample = new Sample(messagesPerSecond * seconds);
        CountDownLatch done = new CountDownLatch(messagesPerSecond * seconds);
        AtomicInteger turn = new AtomicInteger();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(
                () -> {
                    int number = turn.getAndIncrement();
                    if (number < messagesPerSecond * seconds) {
                        talkers.get(number % talkers.size()).say(sample, done::countDown);
                    }
                },
                0,
                TimeUnit.SECONDS.toNanos(1) / messagesPerSecond,
                TimeUnit.NANOSECONDS);
        awaitAll(done, seconds);
        clock.shutdownNow();
        return sample.finish();
    }

    private static void awaitAll(CountDownLatch done, int seconds) throws InterruptedException {
        if (!done.await(seconds + 30L, TimeUnit.SECONDS)) {
            throw new IllegalStateException(done.getCount() + " are still waiting for an answer");
        }
    }

    @Override
    public void close() {
        talkers.forEach(Talker::close);
    }
}
