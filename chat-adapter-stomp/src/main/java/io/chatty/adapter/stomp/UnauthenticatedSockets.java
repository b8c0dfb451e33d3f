package io.chatty.adapter.stomp;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.presence.ConnectionId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The connections on which nobody has signed in yet, by the network they come from. Thread-safe. */
@Component
final class UnauthenticatedSockets {

    private final int most;
    private final ConcurrentHashMap<ClientAddress, Set<ConnectionId>> byAddress = new ConcurrentHashMap<>();

    UnauthenticatedSockets(StompProperties limits) {
        this.most = limits.unauthenticatedSocketsPerAddress();
    }

    /** How many a network may have. */
    int most() {
        return most;
    }

    /** Whether a network has as many as it may. */
    boolean isFull(ClientAddress address) {
        Set<ConnectionId> here = byAddress.get(address);
        return here != null && here.size() >= most;
    }

    /** Counts a connection; returns false, without counting it, if its network has as many as it may. */
    boolean add(Handshake handshake) {
        Set<ConnectionId> counted = byAddress.compute(handshake.address(), (any, others) -> {
            Set<ConnectionId> here = others == null ? ConcurrentHashMap.newKeySet() : others;
            if (here.size() < most) {
                here.add(handshake.connection());
            }
            return here;
        });
        return counted.contains(handshake.connection());
    }

    /** Stops counting a connection, since somebody signed in on it or it is gone. Twice changes nothing. */
    void remove(Handshake handshake) {
        byAddress.computeIfPresent(handshake.address(), (any, here) -> {
            here.remove(handshake.connection());
            return here.isEmpty() ? null : here;
        });
    }
}
