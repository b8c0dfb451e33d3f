package io.chatty.adapter.stomp.live;

import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageUseCase;
import io.chatty.application.conversation.SentMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Sending, which a test can hold back or make fail. */
final class Valve implements SendMessageUseCase {

    private final SendMessageUseCase real;
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private UnaryOperator<CompletionStage<SentMessage>> twist = UnaryOperator.identity();

    Valve(SendMessageUseCase real) {
        this.real = real;
    }

    @Override
    public synchronized CompletionStage<SentMessage> send(SendMessageCommand command) {
        if (!holding) {
            return twist.apply(real.send(command));
        }
        CompletableFuture<SentMessage> later = new CompletableFuture<>();
        held.add(() -> real.send(command).whenComplete((sent, failure) -> {
            if (failure == null) {
                later.complete(sent);
            } else {
                later.completeExceptionally(failure);
            }
        }));
        return later;
    }

    /** From now on what is sent waits for the store. */
    synchronized void hold() {
        holding = true;
    }

    synchronized int heldBack() {
        return held.size();
    }

    /** The store has written what waited, and waits no more. */
    void release() {
        List<Runnable> now;
        synchronized (this) {
            holding = false;
            now = List.copyOf(held);
            held.clear();
        }
        now.forEach(Runnable::run);
    }

    /** From now on sending ends like this. */
    synchronized void twist(UnaryOperator<CompletionStage<SentMessage>> how) {
        twist = how;
    }

    synchronized void straighten() {
        twist = UnaryOperator.identity();
    }
}
