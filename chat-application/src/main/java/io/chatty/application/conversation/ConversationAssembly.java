package io.chatty.application.conversation;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.user.Relations;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Puts the use cases of this feature together. */
public final class ConversationAssembly {

    private final Stores stores;
    private final Relations relations;
    private final ConversationNotifier notifier;
    private final ClientMessageIdGenerator clientMessageIds;
    private final ChangeLimits limits;
    private final Workers workers;
    private final Clock clock;
    private final ParticipantGuard guard;
    private final ConversationViewer viewer;
    private final MarkAdvancer marks;
    private final MessageAnnouncer announcer;
    private final MessageChanger changer;
    private final Doorbells doorbells = new Doorbells();

    public ConversationAssembly(
            Stores stores,
            Relations relations,
            ConversationNotifier connections,
            ClientMessageIdGenerator clientMessageIds,
            ChangeLimits limits,
            Workers workers,
            Clock clock) {
        this.stores = stores;
        this.notifier = (recipient, event) -> {
            connections.tell(recipient, event);
            doorbells.ring(recipient, event);
        };
        this.clientMessageIds = clientMessageIds;
        this.limits = limits;
        this.workers = workers;
        this.clock = clock;
        this.relations = relations;
        this.guard = new ParticipantGuard(stores.conversations(), relations);
        this.viewer = new ConversationViewer(relations);
        this.marks = new MarkAdvancer(stores.marks(), relations, notifier, clock);
        this.announcer = new MessageAnnouncer(stores.conversations(), viewer, notifier, workers.retelling(), clock);
        this.changer = new MessageChanger(guard, stores.messages(), announcer);
        relations.follow(new ConversationFollower(stores, relations, viewer, notifier, doorbells, clock));
    }

    public SendMessageUseCase sendMessage(RateLimiter limiter) {
        return new SendMessageService(
                guard, stores.messages(), clientMessageIds, announcer, marks, pace(limiter), clock);
    }

    public EditMessageUseCase editMessage() {
        return new EditMessageService(changer, limits, clock);
    }

    public DeleteMessageUseCase deleteMessage() {
        return new DeleteMessageService(changer, clock);
    }

    public AddReactionUseCase addReaction() {
        return new AddReactionService(changer, limits, clock);
    }

    public RemoveReactionUseCase removeReaction() {
        return new RemoveReactionService(changer, limits, clock);
    }

    public OpenConversationUseCase openConversation(RateLimiter limiter) {
        return new OpenConversationService(guard, stores.conversations(), viewer, pace(limiter), clock);
    }

    public GetConversationUseCase getConversation() {
        return new GetConversationService(stores.conversations(), viewer);
    }

    public ListConversationsUseCase listConversations() {
        return new ListConversationsService(stores.conversations(), viewer);
    }

    public ReadHistoryUseCase readHistory() {
        return new ReadHistoryService(guard, stores.messages());
    }

    public ReadChangesUseCase readChanges() {
        return new ReadChangesService(guard, stores.messages());
    }

    public SyncUseCase sync() {
        return new SyncService(stores.sync(), stores.conversations(), viewer, doorbells, workers.waiting());
    }

    public ChangeConversationSettingsUseCase changeConversationSettings() {
        return new ChangeConversationSettingsService(stores.conversations(), viewer, notifier, clock);
    }

    public GetMessageUseCase getMessage() {
        return new GetMessageService(guard, stores.messages());
    }

    public UpdateReceiptsUseCase updateReceipts() {
        return new UpdateReceiptsService(guard, marks, stores.marks());
    }

    public SignalTypingUseCase signalTyping() {
        return new SignalTypingService(guard, stores.conversations(), relations, notifier, clock);
    }

    /** @param connection where this server tells of probes */
    public CheckMessagePathUseCase checkMessagePath(ProbeRepository probes, ProbeRegistry connection) {
        return new CheckMessagePathService(probes, connection, notifier, clientMessageIds, clock);
    }

    private SendingPace pace(RateLimiter limiter) {
        return new SendingPace(limiter, stores.conversations());
    }

    /** The ports that keep what this feature is about. */
    public record Stores(
            ConversationRepository conversations, MessageRepository messages, MarkRepository marks, SyncReader sync) {}

    /**
     * Who does what nobody waits for.
     *
     * @param retelling tells again what was repeated; may drop what is too much, since every event is a hint
     * @param waiting looks again for whoever waits for something to happen, and knows when the time is up
     */
    public record Workers(Executor retelling, ScheduledExecutorService waiting) {}
}
