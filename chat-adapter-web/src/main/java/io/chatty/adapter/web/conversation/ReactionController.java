package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.AddReactionUseCase;
import io.chatty.application.conversation.RemoveReactionUseCase;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.wire.Bodies;
import io.chatty.wire.MessageResponse;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Reactions to messages. Answers when the store has it, without a thread that waits for it. */
@ApiController
final class ReactionController {

    private static final String PATH = "/conversations/{id}/messages/{seq}/reactions/{emoji}";

    private final AddReactionUseCase addReaction;
    private final RemoveReactionUseCase removeReaction;

    ReactionController(AddReactionUseCase addReaction, RemoveReactionUseCase removeReaction) {
        this.addReaction = addReaction;
        this.removeReaction = removeReaction;
    }

    @PutMapping(PATH)
    CompletionStage<MessageResponse> add(
            Session session, @PathVariable ConversationId id, @PathVariable String seq, @PathVariable String emoji) {
        return addReaction
                .add(session.userId(), id, Seqs.read(seq), read(emoji))
                .thenApply(message -> Bodies.message(message, session.userId()));
    }

    @DeleteMapping(PATH)
    CompletionStage<MessageResponse> remove(
            Session session, @PathVariable ConversationId id, @PathVariable String seq, @PathVariable String emoji) {
        return removeReaction
                .remove(session.userId(), id, Seqs.read(seq), read(emoji))
                .thenApply(message -> Bodies.message(message, session.userId()));
    }

    /** Refused by name: unlike an id, an emoji is something a person chooses. */
    private static Emoji read(String segment) {
        try {
            return new Emoji(segment);
        } catch (InvalidValueException e) {
            throw new ValidationException(List.of(e.of("emoji")));
        }
    }
}
