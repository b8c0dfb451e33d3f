package io.chatty.domain.conversation;

import static io.chatty.testkit.Times.nowPlus;

import io.chatty.testkit.user.UserFixtures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes stored messages, by default one of Anna's that nobody changed, sent as many seconds after now as its place says. */
final class StoredMessageBuilder {

    private final long seq;
    private long rev;
    private List<Long> revs;
    private @Nullable String sender = UserFixtures.ANNA.id().value();
    private long senderSeq = 1;
    private @Nullable Long replyTo;
    private List<StoredReaction> reactions = List.of();
    private int changes;
    private boolean text = true;
    private boolean edited;
    private boolean deleted;
    private boolean uncounted;

    private StoredMessageBuilder(long seq) {
        this.seq = seq;
        this.rev = seq;
        this.revs = List.of(seq);
    }

    static StoredMessageBuilder message(long seq) {
        return new StoredMessageBuilder(seq);
    }

    StoredMessageBuilder by(@Nullable String sender, long senderSeq) {
        this.sender = sender;
        this.senderSeq = senderSeq;
        return this;
    }

    StoredMessageBuilder answering(long replyTo) {
        this.replyTo = replyTo;
        return this;
    }

    StoredMessageBuilder numbered(Long... revs) {
        this.revs = List.of(revs);
        this.rev = revs[revs.length - 1];
        return this;
    }

    StoredMessageBuilder latest(long rev) {
        this.rev = rev;
        return this;
    }

    StoredMessageBuilder changed(int changes) {
        this.changes = changes;
        return this;
    }

    StoredMessageBuilder edited() {
        this.edited = true;
        return this;
    }

    StoredMessageBuilder reactedTo(StoredReaction... reactions) {
        this.reactions = List.of(reactions);
        return this;
    }

    StoredMessageBuilder deleted() {
        this.deleted = true;
        this.uncounted = true;
        this.text = false;
        return this;
    }

    StoredMessageBuilder saying(boolean text) {
        this.text = text;
        return this;
    }

    StoredMessageBuilder uncounted(boolean uncounted) {
        this.uncounted = uncounted;
        return this;
    }

    StoredMessage build() {
        return new StoredMessage(
                seq,
                rev,
                revs,
                sender,
                senderSeq,
                replyTo,
                reactions,
                changes,
                text,
                edited,
                deleted,
                uncounted,
                nowPlus(seq));
    }
}
