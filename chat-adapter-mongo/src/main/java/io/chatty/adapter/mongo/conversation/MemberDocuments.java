package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.StoredMember;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.jspecify.annotations.Nullable;

/** What is stored for one person of a conversation; absent while there is nothing to say. */
final class MemberDocuments {

    static final String COLLECTION = "members";

    /** Until the first message: whose list it is in, and since when. */
    static final String EMPTY = "empty";

    static final String EMPTY_USER = "empty.user";
    static final String EMPTY_SINCE = "empty.since";

    static final String ID_CONVERSATION = "_id.c";

    /** A mark and when it moved, in one value: of two the higher mark is the greater, and its time goes with it. */
    static final String READ = "read";

    /** As {@link #READ}. */
    static final String DELIVERED = "delivered";

    /** When something last happened that shows to the person and is not a new message. */
    static final String TOUCHED_AT = "touchedAt";

    /** Whose list of archived conversations it may be in, and the last message by then; absent if it was not archived. */
    static final String ARCHIVED = "archived";

    static final String ARCHIVED_USER = "archived.user";
    static final String ID_USER = "_id.u";

    /** Both marks as the other one is shown them while a block stands between the two. */
    private static final String KEPT = "kept";

    private static final String LOW = "low";
    private static final String HIGH = "high";

    /** When the person opened the conversation, if it was before its first message. */
    private static final String OPENED_AT = "openedAt";

    private static final String MUTED = "muted";
    private static final String PINNED = "pinned";

    /** The {@code readSeq} when it was marked unread; absent if it was not. */
    private static final String MARKED_UNREAD_SEQ = "markedUnreadSeq";

    /** How often the settings changed; absent while they never did. */
    private static final String SETTINGS_VERSION = "settingsVersion";

    private static final String SEQ = "seq";
    private static final String AT = "at";
    private static final String CONVERSATION = "c";
    private static final String USER = "u";

    private MemberDocuments() {}

    static Document id(ConversationId conversation, UserId user) {
        return new Document(CONVERSATION, conversation.value()).append(USER, user.value());
    }

    /** Everybody's of a range of conversations, both ends included. */
    static Bson of(String first, String last) {
        return and(
                gt("_id", new Document(CONVERSATION, first).append(USER, new MinKey())),
                lt("_id", new Document(CONVERSATION, last).append(USER, new MaxKey())));
    }

    /** The places in conversations without a message, of a person and of those who opened one with the person. */
    static Bson emptyOf(UserId person) {
        return and(exists(EMPTY), or(eq(LOW, person.value()), eq(HIGH, person.value())));
    }

    static List<Document> ids(ConversationId conversation, Participants participants) {
        return participants.both().stream().map(user -> id(conversation, user)).toList();
    }

    /** What a person's opening of an empty conversation stores. */
    static Document opened(Participants participants, UserId opener, Instant now, Instant stamp) {
        Date at = Date.from(now);
        return new Document(LOW, participants.low().value())
                .append(HIGH, participants.high().value())
                .append(OPENED_AT, at)
                .append(TOUCHED_AT, Date.from(stamp))
                .append(EMPTY, new Document("user", opener.value()).append("since", at));
    }

    static ConversationId conversation(Document member) {
        return new ConversationId(member.get("_id", Document.class).getString(CONVERSATION));
    }

    static UserId user(Document member) {
        return new UserId(member.get("_id", Document.class).getString(USER));
    }

    /** The two people, if the person opened the conversation; null if only marks are stored. */
    static @Nullable Participants participants(Document member) {
        String low = member.getString(LOW);
        return low == null ? null : new Participants(new UserId(low), new UserId(member.getString(HIGH)));
    }

    static @Nullable Instant openedAt(Document member) {
        return instant(member, OPENED_AT);
    }

    /** @param at null for 0, which has no time */
    static Document mark(long seq, @Nullable Instant at) {
        return new Document(SEQ, seq).append(AT, at == null ? null : Date.from(at));
    }

    static Marks marks(@Nullable Document member) {
        Document none = mark(0, null);
        Document read = member == null ? none : member.get(READ, none);
        Document delivered = member == null ? none : member.get(DELIVERED, none);
        return new Marks(read.getLong(SEQ), instant(read, AT), delivered.getLong(SEQ), instant(delivered, AT));
    }

    static Instant touchedAt(@Nullable Document member) {
        Instant touched = member == null ? null : instant(member, TOUCHED_AT);
        return touched == null ? Instant.EPOCH : touched;
    }

    static Settings settings(@Nullable Document member) {
        if (member == null) {
            return Settings.NONE;
        }
        Document archived = member.get(ARCHIVED, Document.class);
        Long version = member.getLong(SETTINGS_VERSION);
        return new Settings(
                member.getBoolean(MUTED, false),
                member.getBoolean(PINNED, false),
                archived == null ? null : archived.getLong(SEQ),
                member.getLong(MARKED_UNREAD_SEQ),
                version == null ? 0 : version);
    }

    /** The document of a person, as long as its settings are of a version. */
    static Bson unchanged(Document id, Settings before) {
        return and(
                eq(id),
                before.version() == 0 ? exists(SETTINGS_VERSION, false) : eq(SETTINGS_VERSION, before.version()));
    }

    /** Makes the settings of a person what they are after a change. */
    static Bson change(UserId user, Settings after) {
        Document archived =
                after.archivedAt() == null ? null : new Document("user", user.value()).append(SEQ, after.archivedAt());
        return Updates.combine(
                Updates.set(MUTED, after.muted()),
                Updates.set(PINNED, after.pinned()),
                put(ARCHIVED, archived),
                put(MARKED_UNREAD_SEQ, after.markedUnreadAt()),
                Updates.set(SETTINGS_VERSION, after.version()));
    }

    /** Makes the settings count one change more. */
    static Bson count() {
        return Updates.inc(SETTINGS_VERSION, 1L);
    }

    /** Keeps a copy of a person's marks. */
    static Bson keep(Marks marks) {
        return Updates.set(
                KEPT,
                new Document(READ, mark(marks.readSeq(), marks.readAt()))
                        .append(DELIVERED, mark(marks.deliveredSeq(), marks.deliveredAt())));
    }

    /** What was kept of a person's marks, or null. */
    static @Nullable Marks keptMarks(@Nullable Document member) {
        Document kept = member == null ? null : member.get(KEPT, Document.class);
        return kept == null ? null : marks(kept);
    }

    private static Bson put(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }

    private static @Nullable Instant instant(Document member, String field) {
        Date date = member.getDate(field);
        return date == null ? null : date.toInstant();
    }

    /** Puts the two people of what was opened into a field. */
    static List<Bson> pairs(String name) {
        return List.of(
                Aggregates.match(exists(LOW)),
                Aggregates.project(Projections.computed(name, List.of("$" + LOW, "$" + HIGH))));
    }

    /** The two people as they are kept, for a check of the store; empty if that is nowhere. */
    static List<String> people(List<Document> members, @Nullable Document head) {
        return head != null
                ? head.getList(HeadDocuments.MEMBERS, String.class)
                : members.stream()
                        .filter(member -> member.containsKey(LOW) && member.containsKey(HIGH))
                        .map(member -> List.of(member.getString(LOW), member.getString(HIGH)))
                        .findFirst()
                        .orElse(List.of());
    }

    /** What a check of the store looks at: who has a document, and whose conversation the head is. */
    static List<StoredMember> stored(List<Document> members, @Nullable Document head) {
        Map<String, Document> byUser = new LinkedHashMap<>();
        if (head != null) {
            head.getList(HeadDocuments.MEMBERS, String.class).forEach(user -> byUser.put(user, new Document()));
        }
        members.forEach(member -> byUser.put(user(member).value(), member));
        return byUser.entrySet().stream()
                .map(entry -> {
                    Document member = entry.getValue();
                    return new StoredMember(
                            entry.getKey(),
                            openedAt(member),
                            listedAt(entry.getKey(), member, head),
                            marks(member),
                            keptMarks(member),
                            settings(member));
                })
                .toList();
    }

    /** Null as well if the list of what is archived has it under somebody else. */
    private static @Nullable Instant listedAt(String user, Document member, @Nullable Document head) {
        Document archived = member.get(ARCHIVED, Document.class);
        if (archived != null && !user.equals(archived.getString("user"))) {
            return null;
        }
        if (head != null) {
            return head.getList(HeadDocuments.MEMBERS, String.class).contains(user)
                    ? HeadDocuments.activeAt(head)
                    : null;
        }
        Document empty = member.get(EMPTY, Document.class);
        return empty != null && user.equals(empty.getString("user")) ? instant(empty, "since") : null;
    }
}
