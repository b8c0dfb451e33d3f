package io.chatty.wire;

import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What both transports accept for sending: {@code { conversationId or toUserId, clientMessageId?, text, replyTo?,
 * readSeq? }}.
 *
 * @param target null where the transport knows the conversation by itself
 */
public record SendMessageRequest(
        @Nullable Target target,
        @Nullable ClientMessageId clientMessageId,
        MessageText text,
        @Nullable Long replyTo,
        @Nullable MarkReport seen) {

    private static final String CONVERSATION = "conversationId";
    private static final String PERSON = "toUserId";

    /**
     * Reads a message for a conversation that the transport names.
     *
     * @throws io.chatty.domain.ValidationException with everything that is wrong
     */
    public static SendMessageRequest read(JsonFields fields) {
        return readContent(fields, new Field<>(null));
    }

    /**
     * Reads a message that names its person by {@code toUserId}.
     *
     * @throws io.chatty.domain.ValidationException with everything that is wrong
     */
    public static SendMessageRequest readToPerson(JsonFields fields) {
        return readContent(fields, fields.required(PERSON, id -> new Target.ToPerson(new UserId(id))));
    }

    /**
     * Reads a message that names either its conversation or its person.
     *
     * @throws io.chatty.domain.ValidationException with everything that is wrong
     */
    public static SendMessageRequest readAddressed(JsonFields fields) {
        if (fields.present(CONVERSATION) && fields.present(PERSON)) {
            fields.reject(PERSON, ViolationCode.CONFLICT, "Either a conversation or a person is expected.");
        }
        if (fields.present(PERSON)) {
            return readToPerson(fields);
        }
        return readContent(
                fields, fields.required(CONVERSATION, id -> new Target.ToConversation(new ConversationId(id))));
    }

    /** The command of a sender, to the target that was read. */
    public SendMessageCommand command(UserId sender) {
        if (target == null) {
            throw new IllegalStateException("no target was read");
        }
        return command(sender, target);
    }

    /** The command of a sender, to a target that the transport knows. */
    public SendMessageCommand command(UserId sender, Target knownTarget) {
        return new SendMessageCommand(sender, knownTarget, clientMessageId, text, replyTo, seen);
    }

    private static SendMessageRequest readContent(JsonFields fields, Field<? extends Target> target) {
        Field<ClientMessageId> clientMessageId = fields.optional("clientMessageId", ClientMessageId::new);
        Field<MessageText> text = fields.required("text", MessageText::new);
        Field<Long> replyTo = fields.optionalInteger("replyTo", 1, Long::valueOf);
        Field<MarkReport> seen = fields.optionalInteger("readSeq", 0, MarkReport::read);
        fields.check();
        return new SendMessageRequest(
                target.orNull(), clientMessageId.orNull(), text.get(), replyTo.orNull(), seen.orNull());
    }
}
