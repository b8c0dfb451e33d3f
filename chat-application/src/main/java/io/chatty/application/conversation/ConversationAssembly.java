package io.chatty.application.conversation;

import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.util.concurrent.Executor;

/** Puts the use cases of this feature together. */
public final class ConversationAssembly {

    private final Stores stores;
    private final ConversationNotifier notifier;
    private final ClientMessageIdGenerator clientMessageIds;
    private final Executor retelling;
    private final Clock clock;
    private final ParticipantGuard guard;
    private final ConversationViewer viewer;
    private final MarkAdvancer marks;

    /** @param retelling tells again what was repeated; may drop what is too much, since every event is a hint */
    public ConversationAssembly(
            Stores stores,
            ConversationNotifier notifier,
            ClientMessageIdGenerator clientMessageIds,
            Executor retelling,
            Clock clock) {
        this.stores = stores;
        this.notifier = notifier;
        this.clientMessageIds = clientMessageIds;
        this.retelling = retelling;
        this.clock = clock;
        this.guard = new ParticipantGuard(stores.conversations(), stores.users());
        this.viewer = new ConversationViewer(stores.users());
        this.marks = new MarkAdvancer(stores.marks(), notifier, clock);
    }

    public SendMessageUseCase sendMessage() {
        MessageAnnouncer announcer = new MessageAnnouncer(stores.conversations(), viewer, notifier, clock);
        return new SendMessageService(guard, stores.messages(), clientMessageIds, announcer, marks, retelling, clock);
    }

    public OpenConversationUseCase openConversation() {
        return new OpenConversationService(guard, stores.conversations(), viewer, clock);
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

    public GetMessageUseCase getMessage() {
        return new GetMessageService(guard, stores.messages());
    }

    public UpdateReceiptsUseCase updateReceipts() {
        return new UpdateReceiptsService(guard, marks, stores.marks());
    }

    public SignalTypingUseCase signalTyping() {
        return new SignalTypingService(guard, stores.conversations(), notifier, clock);
    }

    /** @param connection where this server tells of probes */
    public CheckMessagePathUseCase checkMessagePath(ProbeRepository probes, ProbeRegistry connection) {
        return new CheckMessagePathService(probes, connection, notifier, clientMessageIds, clock);
    }

    /** The ports that keep what this feature is about. */
    public record Stores(
            ConversationRepository conversations,
            MessageRepository messages,
            MarkRepository marks,
            UserRepository users) {}
}
