package io.chatty.application.conversation;

import static io.chatty.domain.ErrorCode.CLIENT_MESSAGE_ID_REUSED;

import io.chatty.application.conversation.SendMessageCommand.Target.ToConversation;
import io.chatty.application.conversation.SendMessageCommand.Target.ToPerson;
import io.chatty.domain.ChatException;
import io.chatty.domain.RateClaim;
import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.AppendOutcome.ReplyTargetMissing;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.Participants;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class SendMessageService implements SendMessageUseCase {

    private final ParticipantGuard guard;
    private final MessageRepository messages;
    private final ClientMessageIdGenerator clientMessageIds;
    private final MessageAnnouncer announcer;
    private final MarkAdvancer marks;
    private final SendingPace pace;
    private final Clock clock;

    SendMessageService(
            ParticipantGuard guard,
            MessageRepository messages,
            ClientMessageIdGenerator clientMessageIds,
            MessageAnnouncer announcer,
            MarkAdvancer marks,
            SendingPace pace,
            Clock clock) {
        this.guard = guard;
        this.messages = messages;
        this.clientMessageIds = clientMessageIds;
        this.announcer = announcer;
        this.marks = marks;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public CompletionStage<SentMessage> send(SendMessageCommand command) {
        try {
            MessageDraft draft = draft(command);
            CompletableFuture<SentMessage> answer = new CompletableFuture<>();
            RateClaim[] taken;
            try {
                taken = admit(command, draft.participants());
            } catch (ChatException refusal) {
                finish(command, draft, new Replayed(repeated(draft, refusal)), answer);
                return answer;
            }
            messages.append(draft, outcome -> finish(command, draft, giveBackIfRepeated(outcome, taken), answer))
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

    private MessageDraft draft(SendMessageCommand command) {
        Participants participants = command.target() instanceof ToPerson person
                ? Participants.of(command.sender(), person.id())
                : guard.require(((ToConversation) command.target()).id(), command.sender());
        ClientMessageId given = command.clientMessageId();
        return new MessageDraft(
                participants,
                command.sender(),
                given == null ? clientMessageIds.next() : given,
                command.text(),
                command.replyTo(),
                clock.instant());
    }

    /**
     * Lets the sender say something.
     *
     * @return what that counts
     * @throws ChatException if the sender may not write to the peer, or writes too much
     */
    private RateClaim[] admit(SendMessageCommand command, Participants participants) {
        if (command.refusal() != null) {
            throw command.refusal();
        }
        if (command.target() instanceof ToPerson) {
            guard.requireAddressable(participants, command.sender());
        }
        guard.requireReachable(participants, command.sender());
        return pace.takeMessage(command.sender(), participants);
    }

    /**
     * What was stored before under the same client message id, where the sender may say nothing any more: a repeat is answered
     * as one whatever has happened since.
     *
     * @throws ChatException the refusal of anything else
     */
    private Message repeated(MessageDraft draft, ChatException refusal) {
        return messages.find(draft.participants().conversationId(), draft.senderId(), draft.clientMessageId())
                .orElseThrow(() -> refusal);
    }

    private AppendOutcome giveBackIfRepeated(AppendOutcome outcome, RateClaim... taken) {
        if (outcome instanceof Replayed) {
            pace.giveBack(taken);
        }
        return outcome;
    }

    /** Stored: first the answer, then everything that can be done again by a repeat. */
    private void finish(
            SendMessageCommand command,
            MessageDraft draft,
            AppendOutcome outcome,
            CompletableFuture<SentMessage> answer) {
        if (outcome instanceof ReplyTargetMissing missing) {
            answer.completeExceptionally(ValidationException.of(
                    "replyTo", ViolationCode.OUT_OF_RANGE, "The last message is " + missing.lastSeq() + "."));
            return;
        }
        boolean replayed = outcome instanceof Replayed;
        Message message = replayed ? ((Replayed) outcome).message() : ((Appended) outcome).message();
        if (replayed && !message.isRepeatedBy(draft)) {
            answer.completeExceptionally(CLIENT_MESSAGE_ID_REUSED.refusal());
            return;
        }
        answer.complete(new SentMessage(message, replayed));
        if (replayed) {
            // Out of the order of the conversation, which a repeat has no place in: one who repeats delays nobody.
            announcer.announceAgain(draft.participants(), message);
        } else {
            announcer.announce(draft.participants(), message);
        }
        if (command.seen() != null) {
            marks.advance(draft.participants(), command.sender(), command.seen());
        }
    }
}
