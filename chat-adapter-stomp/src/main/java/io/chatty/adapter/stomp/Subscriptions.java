package io.chatty.adapter.stomp;

import java.util.ArrayList;
import java.util.List;

/** What one session has subscribed to. Changed by one thread, read by many. */
final class Subscriptions {

    private volatile List<Subscription> all = List.of();

    boolean contains(String id) {
        return all.stream().anyMatch(subscription -> subscription.id().equals(id));
    }

    int size() {
        return all.size();
    }

    void add(String id, Destination destination) {
        List<Subscription> more = new ArrayList<>(all);
        more.add(new Subscription(id, destination, ServerFrames.messagePrefix(id, destination)));
        all = List.copyOf(more);
    }

    void remove(String id) {
        all = all.stream().filter(subscription -> !subscription.id().equals(id)).toList();
    }

    List<Subscription> all() {
        return all;
    }

    /** Whether anything is subscribed to this destination. */
    boolean reach(Destination destination) {
        for (Subscription subscription : all) {
            if (subscription.destination() == destination) {
                return true;
            }
        }
        return false;
    }

    /**
     * One subscription.
     *
     * @param prefix what each of its MESSAGE frames begins with, escaped once
     */
    record Subscription(String id, Destination destination, String prefix) {}
}
