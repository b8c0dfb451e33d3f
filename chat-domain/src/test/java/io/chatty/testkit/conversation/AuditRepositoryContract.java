package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.conversation.ConversationFixtures.reaction;
import static io.chatty.testkit.conversation.ConversationFixtures.replyingTo;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link io.chatty.domain.conversation.AuditRepository} promises: a check sees what became of the store. */
public abstract class AuditRepositoryContract extends StoreContract {

    private static final String OF_ANNA_AND_BOB = ANNA_WITH_BOB.value();
    private static final String OF_BOB_AND_CARA =
            pair(BOB, CARA).conversationId().value();
    private static final String OF_ANNA_AND_CARA =
            pair(ANNA, CARA).conversationId().value();

    /** What can happen to what {@link #talk} stores. */
    public enum Damage {
        /** Anna's and Bob's second message is gone. */
        LOST_MESSAGE,
        /** Anna's and Bob's third message is gone. */
        LOST_LAST_MESSAGE,
        /** All of Anna's and Bob's messages are gone. */
        LOST_MESSAGES,
        /** Their third message has the client message id of the first. */
        DOUBLED_CLIENT_MESSAGE_ID,
        /** Their third message has the number of the change of the first. */
        DOUBLED_REV,
        /** Cara's message has the number 2 instead of 1. */
        VACATED_REV,
        /** The number of their third message is not that of its latest change. */
        WRONG_REV,
        /** A device of Bob's received 9 messages. */
        MARK_ABOVE_LAST,
        /** Bob read 2 messages, of which one was received. */
        READ_ABOVE_DELIVERED,
        /** Bob archived at message 9. */
        ARCHIVED_ABOVE_LAST,
        /** Bob marked as unread at message 8. */
        UNREAD_ABOVE_LAST,
        /** What puts the conversation into Bob's list is gone. */
        LOST_PLACE,
        /** It stands an hour too low in Bob's list. */
        TOO_LOW_IN_LIST,
        /** It stands an hour too high in Bob's list. */
        TOO_HIGH_IN_LIST,
        /** Anna's second message counts as her fifth. */
        WRONG_SENDER_COUNT,
        /** The two are kept in the other order. */
        SWAPPED_PEOPLE,
        /** The third message is the first of Cara's. */
        STRANGER_WROTE,
        /** The reaction is Cara's. */
        STRANGER_REACTED,
        /** Cara has a place in the conversation. */
        STRANGER_IS_MEMBER,
        /** Cara is not registered any more. */
        LOST_USER,
        /** The second message says "two" again. */
        KEPT_TEXT,
        /** Anna has a reaction on the second message. */
        KEPT_REACTION,
        /** The third message says nothing. */
        LOST_TEXT,
        /** The third message answers the seventh. */
        WRONG_REPLY,
        /** Bob has seven reactions on the third message. */
        TOO_MANY_REACTIONS
    }

    /** The port on the store under test, as it is now. */
    protected abstract AuditRepository audit();

    /** Damages what is stored. */
    protected abstract void plant(Damage damage);

    @BeforeEach
    protected void talk() {
        send(draft(ANNA, BOB, "one"));
        send(draft(BOB, ANNA, "two"));
        send(at(nowPlus(40), replyingTo(1, draft(ANNA, BOB, "three"))));
        send(draft(CARA, BOB, "another one"));
        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "first")));
        await(store().messages().change(deletion(ANNA_AND_BOB, 2, BOB)));
        await(store().messages().change(reaction(ANNA_AND_BOB, 3, BOB, new Emoji("👍"))));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(2, 3), PeerSight.ALL, NOW);
        store().conversations()
                .changeSettings(ANNA_WITH_BOB, BOB.id(), new SettingsChange(null, true, null, true), nowPlus(50));
        store().conversations().open(pair(ANNA, CARA), ANNA.id(), NOW);
    }

    private List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> Audit.check(audit, conversation, messages, found::add));
        audit.search(found::add);
        return found;
    }

    @Test
    void showsAStoreThatKeepsAllItPromises() {
        List<Long> counts = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> counts.add(Audit.check(audit, conversation, messages, breach -> {})));

        assertThat(found()).isEmpty();
        assertThat(counts).containsExactlyInAnyOrder(3L, 1L, 0L);
    }

    @Test
    void takesNothingForABreachThatOthersWriteMeanwhile() {
        List<Breach> found = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> {
            writeMore();
            Audit.check(audit, conversation, messages, found::add);
        });
        audit.search(found::add);

        assertThat(found).isEmpty();
    }

    /** Everything that moves a number, in a conversation that may be looked at already, just now, or later. */
    private void writeMore() {
        long seq = send(draft(ANNA, BOB, "meanwhile")).seq();
        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "first for " + seq)));
        await(store().messages().change(deletion(ANNA_AND_BOB, seq - 1, ANNA)));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(seq, seq), PeerSight.ALL, nowPlus(60));
        store().conversations()
                .changeSettings(ANNA_WITH_BOB, BOB.id(), new SettingsChange(null, true, null, true), nowPlus(60 + seq));
    }

    @ParameterizedTest
    @EnumSource
    void showsExactlyWhatBecameOfIt(Damage damage) {
        plant(damage);

        assertThat(found()).containsExactlyInAnyOrderElementsOf(expected(damage, audit().keepsAllRevs()));
    }

    private static List<Breach> expected(Damage damage, boolean allRevs) {
        return switch (damage) {
            case LOST_MESSAGE ->
                allRevs
                        ? List.of(breach(Kind.GAP, 3), breach(Kind.VACATED_REV, 2), breach(Kind.VACATED_REV, 5))
                        : List.of(breach(Kind.GAP, 3), breach(Kind.VACATED_REV, 6));
            case LOST_LAST_MESSAGE -> lost(allRevs, 2);
            case LOST_MESSAGES -> lost(false, 0);
            case DOUBLED_CLIENT_MESSAGE_ID -> List.of(breach(Kind.DOUBLED_CLIENT_MESSAGE_ID, 3));
            case DOUBLED_REV ->
                allRevs
                        ? List.of(breach(Kind.DOUBLED_REV, 4))
                        : List.of(breach(Kind.DOUBLED_REV, 4), breach(Kind.WRONG_REV, 5));
            case VACATED_REV -> List.of(new Breach(OF_BOB_AND_CARA, Kind.VACATED_REV, allRevs ? 1 : 2));
            case WRONG_REV -> List.of(breach(Kind.WRONG_REV, allRevs ? 3 : 6));
            case MARK_ABOVE_LAST -> List.of(breach(Kind.MARK_ABOVE_LAST, 9));
            case READ_ABOVE_DELIVERED -> List.of(breach(Kind.READ_ABOVE_DELIVERED, 2));
            case ARCHIVED_ABOVE_LAST -> List.of(breach(Kind.SETTING_ABOVE_LAST, 9));
            case UNREAD_ABOVE_LAST -> List.of(breach(Kind.SETTING_ABOVE_LAST, 8));
            case LOST_PLACE -> List.of(breach(Kind.NOT_LISTED, 3));
            case TOO_LOW_IN_LIST -> List.of(breach(Kind.LIST_BEHIND, 3));
            case TOO_HIGH_IN_LIST -> List.of(breach(Kind.LIST_AHEAD, 3));
            case WRONG_SENDER_COUNT -> List.of(breach(Kind.WRONG_SENDER_COUNT, 3));
            case SWAPPED_PEOPLE -> List.of(breach(Kind.WRONG_ID, 0));
            case STRANGER_WROTE, STRANGER_REACTED -> List.of(breach(Kind.STRANGER, 3));
            case STRANGER_IS_MEMBER -> List.of(breach(Kind.STRANGER, 0));
            case LOST_USER ->
                List.of(
                        new Breach(OF_BOB_AND_CARA, Kind.UNKNOWN_PERSON, 0),
                        new Breach(OF_ANNA_AND_CARA, Kind.UNKNOWN_PERSON, 0));
            case KEPT_TEXT, KEPT_REACTION -> List.of(breach(Kind.NOT_ERASED, 2));
            case LOST_TEXT -> List.of(breach(Kind.WITHOUT_TEXT, 3));
            case WRONG_REPLY -> List.of(breach(Kind.WRONG_REPLY, 3));
            case TOO_MANY_REACTIONS -> List.of(breach(Kind.WRONG_REACTION, 3));
        };
    }

    /** What is missing at the end shows by what refers to it. */
    private static List<Breach> lost(boolean allRevs, long lastSeq) {
        List<Breach> found = new ArrayList<>(List.of(
                breach(Kind.MARK_ABOVE_LAST, 3), breach(Kind.SETTING_ABOVE_LAST, 3), breach(Kind.LIST_AHEAD, lastSeq)));
        if (allRevs) {
            found.add(breach(Kind.VACATED_REV, 3));
        }
        return found;
    }

    private static Breach breach(Kind kind, long at) {
        return new Breach(OF_ANNA_AND_BOB, kind, at);
    }
}
