package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.StompFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One person's client: a connection that is opened again whenever it is lost, and REST beside it. What has no outcome, since
 * the server is gone or busy, is repeated once there is a connection again. Thread-safe; nothing waits on the caller's thread.
 */
final class CrashClient {

    private static final long PAUSE_MILLIS = 200;

    private final ChattyPerson person;
    private final ScheduledExecutorService threads;
    private final AtomicLong unanswered = new AtomicLong();
    private volatile CompletableFuture<ChattySession> session = new CompletableFuture<>();
    private volatile boolean over;

    CrashClient(ChattyPerson person, ScheduledExecutorService threads) {
        this.person = person;
        this.threads = threads;
        open(session);
    }

    ChattyPerson person() {
        return person;
    }

    /** How many commands were cut off from their answer. */
    long unanswered() {
        return unanswered.get();
    }

    void close() {
        over = true;
        // Not waited for: where the server is gone already, there never is another session.
        CompletableFuture<Void> unused = session.thenAccept(ChattySession::close);
    }

    CompletableFuture<CrashAnswer> overStomp(String destination, JsonObject body) {
        return insist(open -> {
            var command = open.submit(destination, body);
            return destination.equals("/app/messages.send")
                    ? command.reply().thenApply(CrashAnswer::of)
                    : command.receipt().thenApply(CrashAnswer::of);
        });
    }

    CompletableFuture<CrashAnswer> overRest(String verb, String path, @Nullable JsonObject body) {
        return insist(open -> person.rest().sendAsync(verb, path, body).thenApply(CrashAnswer::of));
    }

    private CompletableFuture<CrashAnswer> insist(Function<ChattySession, CompletableFuture<CrashAnswer>> attempt) {
        return session.thenCompose(attempt)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        unanswered.incrementAndGet();
                    }
                    return failure != null || answer.isForNow()
                            ? afterAPause(attempt)
                            : CompletableFuture.completedFuture(answer);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<CrashAnswer> afterAPause(
            Function<ChattySession, CompletableFuture<CrashAnswer>> attempt) {
        return CompletableFuture.supplyAsync(
                        () -> insist(attempt),
                        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, threads))
                .thenCompose(Function.identity());
    }

    private void open(CompletableFuture<ChattySession> opening) {
        if (over) {
            return;
        }
        try {
            ChattySession opened = person.connect();
            // Another client of this person listens.
            opened.submit(StompFrame.of("UNSUBSCRIBE", "id", "events")).accepted();
            opened.events().offerTo(event -> true);
            opened.replies().offerTo(reply -> true);
            var unused = opened.connection().closing().thenRun(this::openAgain);
            opening.complete(opened);
        } catch (AssertionError | HandshakeRefusedException gone) {
            Future<?> unused = threads.schedule(() -> open(opening), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void openAgain() {
        if (!over) {
            CompletableFuture<ChattySession> opening = new CompletableFuture<>();
            session = opening;
            threads.execute(() -> open(opening));
        }
    }
}
