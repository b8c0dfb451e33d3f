package io.chatty.application.presence;

import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import java.time.Clock;

/** Puts the use cases of this feature together. */
public final class PresenceAssembly {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    public PresenceAssembly(
            PresenceRegistry registry,
            LastSeenRepository lastSeen,
            ConversationRepository conversations,
            PresenceNotifier notifier,
            Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.clock = clock;
        this.announcer = new PresenceAnnouncer(registry, lastSeen, conversations, notifier, clock);
    }

    public ConnectUseCase connect() {
        return new ConnectService(registry, lastSeen, announcer, clock);
    }

    public DisconnectUseCase disconnect() {
        return new DisconnectService(registry, lastSeen, announcer, clock);
    }

    public ReportActivityUseCase reportActivity() {
        return new ReportActivityService(registry, announcer);
    }

    public WatchPresenceUseCase watchPresence() {
        return new WatchPresenceService(registry, announcer);
    }

    public GetPresenceUseCase getPresence() {
        return new GetPresenceService(announcer);
    }

    public ExpirePresenceUseCase expirePresence() {
        return new ExpirePresenceService(registry, announcer, clock);
    }
}
