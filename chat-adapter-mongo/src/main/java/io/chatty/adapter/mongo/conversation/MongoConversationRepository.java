package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations in the collections {@code conversations} and {@code members}. */
@Component
final class MongoConversationRepository implements ConversationRepository {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoStore store;
    private final MongoCollection<Document> members;
    private final EntryReader entries;
    private final EntryList list;
    private final SettingsChanger settings;
    private final Touches touches;

    MongoConversationRepository(
            MongoStore store, EntryReader entries, EntryList list, SettingsChanger settings, Touches touches) {
        this.store = store;
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.entries = entries;
        this.list = list;
        this.settings = settings;
        this.touches = touches;
    }

    @Override
    public boolean open(Participants participants, UserId opener, Instant now) {
        ConversationId id = participants.conversationId();
        return store.call(() -> entries.existsFor(id, opener).isEmpty() && open(participants, opener, id, now));
    }

    private boolean open(Participants participants, UserId opener, ConversationId id, Instant now) {
        try {
            return members.updateOne(
                                    eq(MemberDocuments.id(id, opener)),
                                    Updates.setOnInsert(MemberDocuments.opened(
                                            participants, opener, now, touches.stamp(opener, now))),
                                    UPSERT)
                            .getUpsertedId()
                    != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Participants> findParticipants(ConversationId conversation, UserId viewer) {
        return store.call(() -> entries.existsFor(conversation, viewer));
    }

    @Override
    public List<ConversationEntry> findAll(Collection<ConversationId> conversations, UserId viewer) {
        return conversations.isEmpty() ? List.of() : store.call(() -> entries.findAll(viewer, conversations));
    }

    @Override
    public List<ConversationEntry> list(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        return store.call(() -> list.read(viewer, filter, after, limit));
    }

    @Override
    public boolean changeSettings(ConversationId conversation, UserId user, SettingsChange change, Instant now) {
        return store.call(() ->
                entries.existsFor(conversation, user).isPresent() && settings.change(conversation, user, change, now));
    }

    @Override
    public boolean countChange(ConversationId conversation, UserId user, Instant now) {
        return store.call(() -> {
            if (entries.existsFor(conversation, user).isEmpty()) {
                return false;
            }
            settings.count(conversation, user, now);
            return true;
        });
    }

    @Override
    public Set<UserId> touchAll(UserId person, Instant now) {
        return store.call(() -> touches.all(person, now));
    }

    @Override
    public Set<UserId> touchEmpty(UserId person, Instant now) {
        return store.call(() -> touches.empty(person, now));
    }
}
