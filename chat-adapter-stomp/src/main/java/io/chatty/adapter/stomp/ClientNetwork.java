package io.chatty.adapter.stomp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that a client is counted by: its IPv4 address, or the /64 of its IPv6 address, all of which is one site's. */
final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /** @param literal an address in digits, as the container gives it; anything else counts as it is written */
    static String of(String literal) {
        if (literal.indexOf(':') < 0) {
            return literal;
        }
        try {
            // A literal is parsed, never looked up.
            return InetAddress.getByName(literal) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES))
                    : literal;
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
