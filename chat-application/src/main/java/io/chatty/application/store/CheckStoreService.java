package io.chatty.application.store;

import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

final class CheckStoreService implements CheckStoreUseCase {

    private final AuditRepository store;

    CheckStoreService(AuditRepository store) {
        this.store = store;
    }

    @Override
    public CheckedStore check(Consumer<Breach> found) {
        LongAdder conversations = new LongAdder();
        LongAdder messages = new LongAdder();
        LongAdder breaches = new LongAdder();
        Consumer<Breach> counted = breach -> {
            breaches.increment();
            found.accept(breach);
        };
        store.forEach((conversation, itsMessages) -> {
            conversations.increment();
            messages.add(Audit.check(store, conversation, itsMessages, counted));
        });
        store.search(counted);
        return new CheckedStore(conversations.sum(), messages.sum(), breaches.sum());
    }
}
