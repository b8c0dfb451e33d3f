package io.chatty.domain.conversation;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A change that has no number yet.
 *
 * @param seq of the message that changes
 * @param verb makes the message after from the message before, or refuses; the same message means that nothing changes. It
 *     may be asked several times, waits for nothing, and answers the same to the same
 * @param at the server's time at which it came in
 */
public record MessageChange(Participants participants, long seq, UnaryOperator<Message> verb, Instant at) {}
