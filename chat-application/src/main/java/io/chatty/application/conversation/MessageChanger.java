package io.chatty.application.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Decides who may change messages at all, and who is told. */
final class MessageChanger {

    private final ParticipantGuard guard;
    private final MessageRepository messages;
    private final MessageAnnouncer announcer;

    MessageChanger(ParticipantGuard guard, MessageRepository messages, MessageAnnouncer announcer) {
        this.guard = guard;
        this.messages = messages;
        this.announcer = announcer;
    }

    /**
     * Changes a message and tells both people, if that changed anything.
     *
     * @param verb makes the message after from the message before, or refuses
     */
    CompletionStage<Message> change(
            UserId user, ConversationId conversation, long seq, UnaryOperator<Message> verb, Instant now) {
        return change(new Place(user, conversation, seq), verb, now, false);
    }

    /**
     * The same where it must not reach a peer whom the user cannot write to.
     *
     * @return completes with {@code CANNOT_MESSAGE_USER} in that case
     */
    CompletionStage<Message> changeBoth(
            UserId user, ConversationId conversation, long seq, UnaryOperator<Message> verb, Instant now) {
        return change(new Place(user, conversation, seq), verb, now, true);
    }

    private CompletionStage<Message> change(Place place, UnaryOperator<Message> verb, Instant now, boolean reaching) {
        try {
            Participants participants = guard.require(place.conversation(), place.user());
            if (reaching) {
                guard.requireReachable(participants, place.user());
            }
            CompletableFuture<Message> answer = new CompletableFuture<>();
            messages.change(
                            new MessageChange(participants, place.seq(), verb, now),
                            outcome -> finish(participants, outcome, answer))
                    .whenComplete((outcome, failure) -> {
                        if (failure != null) {
                            answer.completeExceptionally(failure);
                        }
                    });
            return answer;
        } catch (ChatException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private void finish(Participants participants, ChangeOutcome outcome, CompletableFuture<Message> answer) {
        answer.complete(outcome.message());
        if (outcome instanceof Changed changed) {
            announcer.announce(participants, changed.message());
        }
    }

    private record Place(UserId user, ConversationId conversation, long seq) {}
}
