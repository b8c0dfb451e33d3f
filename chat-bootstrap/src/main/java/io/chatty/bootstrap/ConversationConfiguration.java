package io.chatty.bootstrap;

import io.chatty.application.conversation.AddReactionUseCase;
import io.chatty.application.conversation.ChangeConversationSettingsUseCase;
import io.chatty.application.conversation.CheckMessagePathUseCase;
import io.chatty.application.conversation.ConversationAssembly;
import io.chatty.application.conversation.DeleteMessageUseCase;
import io.chatty.application.conversation.EditMessageUseCase;
import io.chatty.application.conversation.GetConversationUseCase;
import io.chatty.application.conversation.GetMessageUseCase;
import io.chatty.application.conversation.ListConversationsUseCase;
import io.chatty.application.conversation.OpenConversationUseCase;
import io.chatty.application.conversation.ReadChangesUseCase;
import io.chatty.application.conversation.ReadHistoryUseCase;
import io.chatty.application.conversation.RemoveReactionUseCase;
import io.chatty.application.conversation.SendMessageUseCase;
import io.chatty.application.conversation.SignalTypingUseCase;
import io.chatty.application.conversation.SyncUseCase;
import io.chatty.application.conversation.UpdateReceiptsUseCase;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.conversation.ProbeRepository;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.user.Relations;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases of conversations of the ports that the adapters bring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeProperties.class)
class ConversationConfiguration {

    private static final int MOST_WAITING_REPEATS = 1_000;
    private static final int WAITING_THREADS = 2;

    private final Relations relations;
    private final Clock clock;

    ConversationConfiguration(Relations relations, Clock clock) {
        this.relations = relations;
        this.clock = clock;
    }

    @Bean
    SyncReader syncReader(SyncRepository happenings, StoreIdentityRepository identity) {
        return new SyncReader(happenings, identity, relations);
    }

    @Bean
    ConversationAssembly.Stores conversationStores(
            ConversationRepository conversations, MessageRepository messages, MarkRepository marks, SyncReader sync) {
        return new ConversationAssembly.Stores(conversations, messages, marks, sync);
    }

    @Bean
    ChangeLimits changeLimits(ChangeProperties properties) {
        return new ChangeLimits(properties.editWindow(), properties.changesPerMessage());
    }

    /** Looks again for whoever waits for something to happen. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService waiting() {
        ScheduledThreadPoolExecutor waiting =
                new ScheduledThreadPoolExecutor(WAITING_THREADS, work -> daemon(work, "waiting"));
        // An alarm that is not needed any more does not wait for its time.
        waiting.setRemoveOnCancelPolicy(true);
        return waiting;
    }

    @Bean
    ConversationAssembly.Workers conversationWorkers(ScheduledExecutorService waiting) {
        return new ConversationAssembly.Workers(retelling(), waiting);
    }

    @Bean
    ConversationAssembly conversationAssembly(
            ConversationAssembly.Stores stores,
            ConversationNotifier notifier,
            ClientMessageIdGenerator clientMessageIds,
            ChangeLimits limits,
            ConversationAssembly.Workers workers) {
        return new ConversationAssembly(stores, relations, notifier, clientMessageIds, limits, workers, clock);
    }

    @Bean
    SendMessageUseCase sendMessage(ConversationAssembly assembly, RateLimiter limiter) {
        return assembly.sendMessage(limiter);
    }

    @Bean
    OpenConversationUseCase openConversation(ConversationAssembly assembly, RateLimiter limiter) {
        return assembly.openConversation(limiter);
    }

    @Bean
    GetConversationUseCase getConversation(ConversationAssembly assembly) {
        return assembly.getConversation();
    }

    @Bean
    ListConversationsUseCase listConversations(ConversationAssembly assembly) {
        return assembly.listConversations();
    }

    @Bean
    ReadHistoryUseCase readHistory(ConversationAssembly assembly) {
        return assembly.readHistory();
    }

    @Bean
    GetMessageUseCase getMessage(ConversationAssembly assembly) {
        return assembly.getMessage();
    }

    @Bean
    UpdateReceiptsUseCase updateReceipts(ConversationAssembly assembly) {
        return assembly.updateReceipts();
    }

    @Bean
    SignalTypingUseCase signalTyping(ConversationAssembly assembly) {
        return assembly.signalTyping();
    }

    @Bean
    EditMessageUseCase editMessage(ConversationAssembly assembly) {
        return assembly.editMessage();
    }

    @Bean
    DeleteMessageUseCase deleteMessage(ConversationAssembly assembly) {
        return assembly.deleteMessage();
    }

    @Bean
    AddReactionUseCase addReaction(ConversationAssembly assembly) {
        return assembly.addReaction();
    }

    @Bean
    RemoveReactionUseCase removeReaction(ConversationAssembly assembly) {
        return assembly.removeReaction();
    }

    @Bean
    ReadChangesUseCase readChanges(ConversationAssembly assembly) {
        return assembly.readChanges();
    }

    @Bean
    ChangeConversationSettingsUseCase changeConversationSettings(ConversationAssembly assembly) {
        return assembly.changeConversationSettings();
    }

    @Bean
    SyncUseCase sync(ConversationAssembly assembly) {
        return assembly.sync();
    }

    @Bean
    CheckMessagePathUseCase checkMessagePath(
            ConversationAssembly assembly, ProbeRepository probes, ProbeRegistry connection) {
        return assembly.checkMessagePath(probes, connection);
    }

    /** One thread, and what is too much for it is dropped: an event is a hint, and repeats are many only in a flood. */
    private static Executor retelling() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING_REPEATS),
                work -> daemon(work, "retelling"),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
