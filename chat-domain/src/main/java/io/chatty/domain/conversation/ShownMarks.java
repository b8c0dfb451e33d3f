package io.chatty.domain.conversation;

/**
 * Marks as somebody else is shown them.
 *
 * @param readShown whether how far the person has read is shown as well
 */
public record ShownMarks(Marks marks, boolean readShown) {}
