package io.chatty.domain.conversation;

import io.chatty.domain.user.Person;

/**
 * A conversation as one of its two people sees it.
 *
 * @param peer the other one
 * @param peerMarks how far the peer has come, as far as the viewer is shown
 * @param blocked whether the viewer blocks the peer
 * @param canSend whether a message of the viewer would be taken
 */
public record ConversationView(
        ConversationEntry entry, Person peer, ShownMarks peerMarks, boolean blocked, boolean canSend) {}
