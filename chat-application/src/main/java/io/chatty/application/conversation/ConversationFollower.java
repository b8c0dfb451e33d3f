package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.RelationEvent;
import io.chatty.domain.user.RelationEvent.AccountChanged;
import io.chatty.domain.user.RelationEvent.BlockAnnounced;
import io.chatty.domain.user.RelationEvent.BlockChanged;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Decides what becomes of conversations when what stands between their people changes. */
final class ConversationFollower implements Consumer<RelationEvent> {

    private final ConversationAssembly.Stores stores;
    private final Relations relations;
    private final ConversationViewer viewer;
    private final ConversationNotifier notifier;
    private final Doorbells doorbells;
    private final Clock clock;

    ConversationFollower(
            ConversationAssembly.Stores stores,
            Relations relations,
            ConversationViewer viewer,
            ConversationNotifier notifier,
            Doorbells doorbells,
            Clock clock) {
        this.stores = stores;
        this.relations = relations;
        this.viewer = viewer;
        this.notifier = notifier;
        this.doorbells = doorbells;
        this.clock = clock;
    }

    @Override
    public void accept(RelationEvent event) {
        if (event instanceof AccountChanged changed) {
            show(changed);
        } else if (event instanceof BlockAnnounced announced) {
            stores.marks().keep(Participants.of(announced.blocker(), announced.blocked()));
        } else if (event instanceof BlockChanged changed) {
            showBlock(changed.blocker(), Participants.of(changed.blocker(), changed.blocked()));
        }
    }

    /**
     * What others see of a person in conversations is another: the next sync of each finds it, and that of whoever waits finds
     * it now. Who may address the person is seen only where there is no message; presence is not seen there at all.
     */
    private void show(AccountChanged changed) {
        Set<AccountField> fields = changed.fields();
        if (fields.contains(AccountField.NAME) || fields.contains(AccountField.READ_RECEIPTS)) {
            stores.conversations().touchAll(changed.person(), clock.instant()).forEach(doorbells::ring);
        } else if (fields.contains(AccountField.DISCOVERABLE)) {
            stores.conversations().touchEmpty(changed.person(), clock.instant()).forEach(doorbells::ring);
        }
    }

    private boolean isOver(Participants participants) {
        return relations
                .between(participants.low(), participants.high())
                .filter(Relation::isBlocked)
                .isEmpty();
    }

    /** The blocker's devices are told. The other one's are not, and find what is shown again when no block stands. */
    private void showBlock(UserId blocker, Participants participants) {
        Instant now = clock.instant();
        ConversationId conversation = participants.conversationId();
        if (stores.conversations().countChange(conversation, blocker, now)) {
            stores.conversations().find(conversation, blocker).map(viewer::view).ifPresent(view -> {
                notifier.tell(blocker, new ConversationUpdated(view.entry(), view.blocked(), now));
                if (isOver(participants)) {
                    UserId peer = participants.peerOf(blocker);
                    stores.conversations().countChange(conversation, peer, now);
                    doorbells.ring(peer);
                }
            });
        }
    }
}
