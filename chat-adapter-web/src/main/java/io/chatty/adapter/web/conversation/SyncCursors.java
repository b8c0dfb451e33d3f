package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.Cursors;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncPlace;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Cursors of what happened, sealed like those of lists. Thread-safe. */
@Component
final class SyncCursors {

    private static final String LIST = "sync";
    private static final String SEPARATOR = " ";
    private static final int PARTS_WITH_PLACE = 5;

    private final Cursors cursors;

    SyncCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    String seal(UserId owner, SyncCursor cursor) {
        SyncPlace place = cursor.place();
        String end = String.join(SEPARATOR, cursor.epoch(), cursor.newest().toString(), cursor.digest());
        return cursors.seal(
                LIST,
                owner,
                place == null
                        ? end
                        : String.join(
                                SEPARATOR,
                                end,
                                place.at().toString(),
                                place.conversation().value()));
    }

    /** @throws io.chatty.adapter.web.ProblemException {@code invalid-cursor} if it was not made for this person here */
    SyncCursor open(UserId owner, String cursor) {
        String[] parts = cursors.open(LIST, owner, cursor).split(SEPARATOR, -1);
        SyncPlace place = parts.length < PARTS_WITH_PLACE
                ? null
                : new SyncPlace(Instant.parse(parts[3]), new ConversationId(parts[4]));
        return new SyncCursor(parts[0], Instant.parse(parts[1]), parts[2], place);
    }
}
