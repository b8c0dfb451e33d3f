package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.PeerMarks;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a person sees of his conversations. */
final class ConversationViewer {

    private final Relations relations;

    ConversationViewer(Relations relations) {
        this.relations = relations;
    }

    ConversationView view(ConversationEntry entry) {
        return view(List.of(entry)).get(0);
    }

    /** The views of many entries of one person, for the price of one look at their people. */
    List<ConversationView> view(List<ConversationEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        UserId viewer = entries.get(0).owner();
        Map<UserId, Relation> peers = relations.between(
                viewer, entries.stream().map(ConversationEntry::peer).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> view(entry, peers.get(entry.peer())))
                .toList();
    }

    private static ConversationView view(ConversationEntry entry, @Nullable Relation relation) {
        if (relation == null) {
            throw new IllegalStateException("a conversation without its peer");
        }
        PeerMarks marks = new PeerMarks(entry.peer(), entry.peerMarks(), entry.keptPeerMarks());
        boolean acquainted = entry.head().lastSeq() > 0;
        return new ConversationView(
                entry,
                relation.other().person(),
                marks.shown(relation),
                relation.blocks(),
                relation.isOpen() && relation.other().isAddressable(acquainted));
    }
}
