package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.ConversationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits to be written, in a lane for each conversation: only the first of a lane may be written. Lanes take turns. Belongs
 * to the writer's thread.
 */
final class Lanes {

    /** Most things in a write: enough to share its cost, few enough not to delay the first of them. */
    private static final int MAX_BATCH = 500;

    private final Map<ConversationId, Deque<PendingWrite<?>>> lanes = new LinkedHashMap<>();
    private List<PendingWrite<?>> abandoned = new ArrayList<>();

    void add(PendingWrite<?> write) {
        lanes.computeIfAbsent(write.conversation(), id -> new ArrayDeque<>()).add(write);
    }

    /** The first of each lane that need not pause; they stay in their lanes. */
    List<PendingWrite<?>> next(long now) {
        List<PendingWrite<?>> batch = new ArrayList<>(Math.min(lanes.size(), MAX_BATCH));
        Iterator<Deque<PendingWrite<?>>> all = lanes.values().iterator();
        while (all.hasNext() && batch.size() < MAX_BATCH) {
            Deque<PendingWrite<?>> lane = all.next();
            dropAbandoned(lane);
            if (lane.isEmpty()) {
                all.remove();
            } else if (lane.element().pause(now) <= 0) {
                batch.add(lane.element());
            }
        }
        return batch;
    }

    private void dropAbandoned(Deque<PendingWrite<?>> lane) {
        while (!lane.isEmpty() && lane.element().isAbandoned()) {
            abandoned.add(lane.remove());
        }
    }

    /** Those that were dropped since the last call because who had sent them had given up. */
    List<PendingWrite<?>> abandoned() {
        if (abandoned.isEmpty()) {
            return List.of();
        }
        List<PendingWrite<?>> dropped = abandoned;
        abandoned = new ArrayList<>();
        return dropped;
    }

    /** Takes firsts out of their lanes, which then wait behind the others for their next turn. */
    <W extends PendingWrite<?>> List<W> remove(List<W> firsts) {
        for (PendingWrite<?> write : firsts) {
            Deque<PendingWrite<?>> lane = lanes.remove(write.conversation());
            if (lane != null) {
                lane.remove();
                if (!lane.isEmpty()) {
                    lanes.put(write.conversation(), lane);
                }
            }
        }
        return firsts;
    }

    /** How long there is nothing to write, in nanoseconds: until the first pause ends, or the longest given. */
    long pause(long now, long longest) {
        long pause = longest;
        for (Deque<PendingWrite<?>> lane : lanes.values()) {
            pause = Math.min(pause, lane.element().pause(now));
            if (pause <= 0) {
                return 0;
            }
        }
        return pause;
    }
}
