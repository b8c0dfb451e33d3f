package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides what a person sees of his conversations. */
final class ConversationViewer {

    private final UserRepository users;

    ConversationViewer(UserRepository users) {
        this.users = users;
    }

    ConversationView view(ConversationEntry entry) {
        return view(List.of(entry)).get(0);
    }

    /** The views of many entries, for the price of one look at their people. */
    List<ConversationView> view(List<ConversationEntry> entries) {
        Map<UserId, Person> people =
                users.findPeople(entries.stream().map(ConversationEntry::peer).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new ConversationView(entry, peer(entry, people)))
                .toList();
    }

    private static Person peer(ConversationEntry entry, Map<UserId, Person> people) {
        Person peer = people.get(entry.peer());
        if (peer == null) {
            throw new IllegalStateException("a conversation without its peer");
        }
        return peer;
    }
}
