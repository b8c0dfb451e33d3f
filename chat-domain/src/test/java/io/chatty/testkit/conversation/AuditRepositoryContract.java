package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.conversation.AuditRepository} promises: a check sees what became of the store. */
public abstract class AuditRepositoryContract extends StoreContract {

    /** The port on the store under test. */
    protected abstract AuditRepository audit();

    /** Damages what is stored: takes the second message of a conversation away. */
    protected abstract void loseTheSecondMessage();

    /** Damages what is stored: gives the second message of a conversation, which is deleted, a text again. */
    protected abstract void keepTheSecondText();

    /** Damages what is stored: writes a mark of Bob beyond the last message. */
    protected abstract void markBeyondTheEnd();

    /** Damages what is stored: puts a conversation an hour further down in the lists. */
    protected abstract void pushDownInLists();

    @BeforeEach
    void talk() {
        send(draft(ANNA, BOB, "one"));
        send(draft(BOB, ANNA, "two"));
        send(draft(ANNA, BOB, "three"));
        send(draft(CARA, BOB, "another one"));
        await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "first")));
        await(store().messages().change(deletion(ANNA_AND_BOB, 2, BOB)));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(2, 3), NOW);
        store().conversations().open(ConversationFixtures.pair(ANNA, CARA), ANNA.id(), NOW);
    }

    private List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        audit().forEach((conversation, messages) -> Audit.check(audit(), conversation, messages, found::add));
        return found;
    }

    @Test
    void showsAStoreThatKeepsAllItPromises() {
        List<Long> counts = new ArrayList<>();
        audit().forEach((conversation, messages) ->
                counts.add(Audit.check(audit(), conversation, messages, breach -> {})));

        assertThat(found()).isEmpty();
        assertThat(counts).contains(1L, 3L);
    }

    @Test
    void showsALostMessage() {
        loseTheSecondMessage();

        assertThat(found()).contains(new Breach(ANNA_WITH_BOB, Kind.GAP, 3));
    }

    @Test
    void showsWhatIsLeftOfADeletedMessage() {
        keepTheSecondText();

        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB, Kind.NOT_ERASED, 2));
    }

    @Test
    void showsAMarkBeyondTheEnd() {
        markBeyondTheEnd();

        assertThat(found()).extracting(Breach::kind).contains(Kind.MARK_ABOVE_LAST);
    }

    @Test
    void showsAConversationThatIsTooLowInAList() {
        pushDownInLists();

        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB, Kind.LIST_BEHIND, 3));
    }
}
