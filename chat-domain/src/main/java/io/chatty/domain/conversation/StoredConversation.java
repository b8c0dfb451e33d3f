package io.chatty.domain.conversation;

import java.util.List;

/**
 * What a store keeps of a conversation beside its messages. Ids are as they are stored, whatever they look like.
 *
 * @param people its two people in the order in which they are kept; empty if they are not known
 * @param members whoever holds a place in it
 * @param head the highest numbers when it was read; what is read later may have higher ones
 */
public record StoredConversation(String id, List<String> people, List<StoredMember> members, Head head) {}
