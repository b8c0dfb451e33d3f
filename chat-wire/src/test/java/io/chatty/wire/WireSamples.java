package io.chatty.wire;

import io.chatty.application.conversation.Receipts;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.MessageDeleted;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.MessageUpdated;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.conversation.ShownMarks;
import io.chatty.domain.conversation.SyncRequired;
import io.chatty.domain.conversation.TypingChanged;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserUpdated;
import io.chatty.testkit.Times;
import io.chatty.testkit.conversation.ConversationFixtures;
import io.chatty.testkit.user.UserFixtures;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sample of everything that is written to clients, each under the name of the fixture that shows its JSON. */
final class WireSamples {

    private static final User ANNA = UserFixtures.ANNA;
    private static final User BOB = UserFixtures.BOB;
    private static final Participants PAIR = ConversationFixtures.ANNA_AND_BOB;
    private static final String REQUEST_ID = "req-1";

    private static final Message FIRST = message(1, 1, null);
    private static final Message REPLY = message(118, 240, 117L);
    private static final Marks MARKS = new Marks(116, Times.nowPlus(-60), 118, Times.nowPlus(-1));
    private static final Marks PEER_MARKS = new Marks(115, Times.nowPlus(-120), 116, Times.nowPlus(-119));

    private static final Message DELETED =
            REPLY.delete(ANNA.id(), Times.nowPlus(60)).numbered(241);

    private WireSamples() {}

    static Map<String, Object> bodies() {
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put("person", Bodies.person(BOB.person()));
        bodies.put("person-deleted", Bodies.person(new Person(BOB.id(), null)));
        bodies.put("me", Bodies.me(ANNA));
        bodies.put("preferences", Bodies.me(ANNA).preferences());
        bodies.put("session", Bodies.session(session(new ClientLabel("Firefox")), true));
        bodies.put("session-unnamed", Bodies.session(session(null), false));
        bodies.put("presence", Bodies.presence(new Presence(BOB.id(), PresenceState.AWAY, null)));
        bodies.put("presence-offline", Bodies.presence(offline()));
        bodies.put("message", Bodies.message(FIRST, ANNA.id()));
        bodies.put("message-of-peer", Bodies.message(REPLY, BOB.id()));
        bodies.put("message-reacted", Bodies.message(reacted(), BOB.id()));
        bodies.put("message-deleted", Bodies.message(DELETED, ANNA.id()));
        bodies.put("message-deleted-of-peer", Bodies.message(DELETED, BOB.id()));
        bodies.put("conversation", Bodies.conversation(view(REPLY, MARKS, PEER_MARKS, 2)));
        bodies.put("conversation-empty", Bodies.conversation(view(null, Marks.NONE, Marks.NONE, 0)));
        bodies.put("conversation-set", Bodies.conversation(blockedView()));
        bodies.put("marks", Bodies.marks(new ShownMarks(MARKS, true)));
        bodies.put("marks-delivered", Bodies.marks(new ShownMarks(MARKS, false)));
        bodies.put("marks-none", Bodies.marks(new ShownMarks(Marks.NONE, true)));
        bodies.put("receipts", Bodies.receipts(new Receipts(MARKS, 2)));
        bodies.put("receipts-none", Bodies.receipts(new Receipts(Marks.NONE, 100)));
        return bodies;
    }

    /** The events of the domain with the person they are told to, where that makes a difference. */
    static Map<String, Told> events() {
        Map<String, Told> events = new LinkedHashMap<>();
        ConversationView firstSight = view(FIRST, Marks.NONE, Marks.NONE, 0);
        events.put("message.created", Told.to(ANNA, new MessageCreated(REPLY, null, Times.NOW)));
        events.put("message.created-to-peer", Told.to(BOB, new MessageCreated(REPLY, null, Times.NOW)));
        events.put("message.created-first", Told.to(ANNA, new MessageCreated(FIRST, firstSight, Times.NOW)));
        events.put("message.updated", Told.to(ANNA, new MessageUpdated(reacted(), Times.NOW)));
        events.put("message.updated-to-peer", Told.to(BOB, new MessageUpdated(reacted(), Times.NOW)));
        events.put("message.deleted", Told.to(ANNA, new MessageDeleted(DELETED, Times.NOW)));
        events.put("message.deleted-to-peer", Told.to(BOB, new MessageDeleted(DELETED, Times.NOW)));
        events.put("conversation.updated", Told.to(ANNA, new ConversationUpdated(settled(), true, Times.NOW)));
        events.put("sync.required", Told.to(ANNA, new SyncRequired(Duration.ofSeconds(5), Times.NOW)));
        events.put("receipts.updated-own", Told.to(ANNA, receipts(2, true)));
        events.put("receipts.updated-of-peer", Told.to(BOB, receipts(null, true)));
        events.put("receipts.updated-delivered", Told.to(BOB, receipts(null, false)));
        events.put("user.updated", Told.to(BOB, new UserUpdated(ANNA.person(), Times.NOW)));
        events.put("user.updated-deleted", Told.to(BOB, new UserUpdated(new Person(ANNA.id(), null), Times.NOW)));
        events.put("typing", Told.to(BOB, new TypingChanged(PAIR.conversationId(), ANNA.id(), true, Times.NOW)));
        events.put("presence.changed", Told.to(ANNA, new PresenceChanged(offline(), Times.NOW)));
        events.put("presence.changed-online", Told.to(ANNA, new PresenceChanged(online(), Times.NOW)));
        events.put("session.revoked", Told.to(ANNA, new SessionRevoked(new SessionId("s_1"), ANNA.id(), Times.NOW)));
        events.put("server.draining", Told.to(ANNA, new ServerDraining(Duration.ofMillis(1_234), Times.NOW)));
        return events;
    }

    /** Every code as a transport reports it, and a validation failure with all it can say. */
    static Map<String, ProblemResponse> problems() {
        Map<String, ProblemResponse> problems = new LinkedHashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            problems.put(code.code(), ProblemResponse.of(code, REQUEST_ID));
        }
        problems.put("of-refusal", ProblemResponse.of(ErrorCode.EMAIL_TAKEN.refusal(), REQUEST_ID));
        problems.put(
                "of-validation",
                ProblemResponse.of(
                        new ValidationException(List.of(
                                new Violation(
                                        "text", ViolationCode.NOT_VISIBLE, "A text shows at least one character."),
                                new Violation("userIds/3", ViolationCode.WRONG_TYPE, "A text is expected."),
                                new Violation("?limit", ViolationCode.OUT_OF_RANGE, "1 to 100 is expected."))),
                        REQUEST_ID));
        return problems;
    }

    private static Message message(long seq, long rev, @Nullable Long replyTo) {
        MessageDraft draft = ConversationFixtures.draft(ANNA, BOB, "anna-" + seq, "Three is fine 👍");
        return Message.compose(
                replyTo == null ? draft : ConversationFixtures.replyingTo(replyTo, draft),
                PAIR.conversationId(),
                seq,
                rev);
    }

    /** Edited, then reacted to: Bob's thumb comes first, and stays first when Anna joins in. */
    private static Message reacted() {
        Emoji thumb = new Emoji("👍");
        return REPLY.edit(
                        ANNA.id(),
                        new MessageText("Four is fine"),
                        Times.nowPlus(30),
                        ConversationFixtures.MANY_CHANGES)
                .react(BOB.id(), thumb, ConversationFixtures.MANY_CHANGES)
                .react(BOB.id(), new Emoji("🎉"), ConversationFixtures.MANY_CHANGES)
                .react(ANNA.id(), thumb, ConversationFixtures.MANY_CHANGES)
                .numbered(244);
    }

    private static ConversationEntry settled() {
        Settings settings = Settings.NONE.change(new SettingsChange(true, true, true, true), 118, 116);
        return new ConversationEntry(
                PAIR,
                ANNA.id(),
                Times.nowPlus(-3600),
                new Head(118, 241),
                DELETED,
                MARKS,
                PEER_MARKS,
                null,
                settings,
                0);
    }

    private static Session session(@Nullable ClientLabel client) {
        return Session.open(new SessionId("s_1"), ANNA.id(), new SessionToken("secret").hash(), client, Times.NOW);
    }

    private static ConversationView view(@Nullable Message last, Marks own, Marks peers, int unread) {
        Head head = last == null ? Head.EMPTY : new Head(last.seq(), last.rev());
        return new ConversationView(
                new ConversationEntry(
                        PAIR, ANNA.id(), Times.nowPlus(-3600), head, last, own, peers, null, Settings.NONE, unread),
                BOB.person(),
                new ShownMarks(peers, true),
                false,
                true);
    }

    private static ConversationView blockedView() {
        return new ConversationView(settled(), BOB.person(), new ShownMarks(PEER_MARKS, false), true, false);
    }

    private static ReceiptsUpdated receipts(@Nullable Integer unread, boolean readShown) {
        ShownMarks marks = new ShownMarks(MARKS, readShown);
        return new ReceiptsUpdated(PAIR.conversationId(), ANNA.id(), marks, unread, Times.NOW);
    }

    private static Presence offline() {
        return new Presence(BOB.id(), PresenceState.OFFLINE, Times.NOW.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Presence online() {
        return new Presence(BOB.id(), PresenceState.ONLINE, null);
    }
}
