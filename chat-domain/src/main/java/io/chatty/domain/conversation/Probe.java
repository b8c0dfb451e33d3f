package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;

/** A message that no person sees, by which the path of messages is proved. */
public final class Probe {

    /** To whom probes are told. Nobody has this id: those of people are random. */
    public static final UserId RECIPIENT = new UserId("u_probe");

    private static final Participants PARTICIPANTS = Participants.of(RECIPIENT, new UserId("u_probing"));
    private static final MessageText TEXT = new MessageText("Probe");

    private Probe() {}

    /**
     * What is told once a probe is stored.
     *
     * @param mark by which this probe is known from others
     */
    public static MessageCreated stored(ClientMessageId mark, Instant now) {
        MessageDraft draft = new MessageDraft(PARTICIPANTS, RECIPIENT, mark, TEXT, null, now);
        return new MessageCreated(Message.compose(draft, PARTICIPANTS.conversationId(), 1, 1), null, now);
    }
}
