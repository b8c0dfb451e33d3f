package io.chatty.domain.conversation;

import static io.chatty.domain.ErrorCode.SYNC_RESET;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells a device what happened since it last asked, without a write for it anywhere. Whoever follows the cursors misses
 * nothing, also what becomes visible late: as long as the digest of the latest {@link SyncRepository#OVERLAP} stays the
 * same nothing has happened, and when it does not, all of it is told again. What the person is not shown is not in it: a
 * cursor tells nothing of how far a peer has read who does not show it. Thread-safe.
 */
public final class SyncReader {

    private final SyncRepository happenings;
    private final StoreIdentityRepository identity;
    private final Relations relations;

    public SyncReader(SyncRepository happenings, StoreIdentityRepository identity, Relations relations) {
        this.happenings = happenings;
        this.identity = identity;
        this.relations = relations;
    }

    /** The cursor of a device that is about to read everything anew. */
    public SyncCursor start(UserId user) {
        List<Footprint> recent = happenings.recent(user);
        Map<UserId, Relation> peers = relations.between(
                user, recent.stream().map(print -> print.peerMarks().peer()).collect(Collectors.toSet()));
        return SyncCursor.of(
                epoch(),
                recent.stream()
                        .map(print -> print.shown(peers.get(print.peerMarks().peer())))
                        .toList());
    }

    /**
     * The next step from a cursor; where nothing has happened it stays where it is.
     *
     * @param limit most conversations, from 1
     * @throws io.chatty.domain.ChatException {@code SYNC_RESET} for a cursor of another epoch
     */
    public SyncStep step(UserId user, SyncCursor since, int limit) {
        if (!since.epoch().equals(epoch())) {
            throw SYNC_RESET.refusal();
        }
        // Taken before the places are read: what happens meanwhile differs from it and is told by a later step.
        SyncCursor end = since.place() == null ? start(user) : since.at(null);
        if (end.equals(since)) {
            return new SyncStep(List.of(), since, false);
        }
        List<SyncPlace> places = happenings.happened(user, since.start(), limit + 1);
        boolean hasMore = places.size() > limit;
        List<SyncPlace> told = hasMore ? places.subList(0, limit) : places;
        return new SyncStep(
                told.stream().map(SyncPlace::conversation).distinct().toList(),
                end.at(hasMore ? told.get(limit - 1) : null),
                hasMore);
    }

    private String epoch() {
        return identity.identity().epoch();
    }
}
