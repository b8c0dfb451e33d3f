package io.chatty.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where somebody calls from, as far as it is counted: an IPv4 address, or the /64 of an IPv6 address, all of which is one
 * site's (RFC 6177). An IPv4 address that is written as IPv6 is the IPv4 address. Everything that is no address is one and
 * the same, so that nobody counts less by it.
 *
 * @param network to be compared, not read
 */
public record ClientAddress(String network) {

    private static final String NO_ADDRESS = "none";
    private static final int PREFIX_BYTES = 8;

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    /** Has a colon, and so is never looked up as a name. A zone (RFC 4007) may follow, and an address stand in brackets. */
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]{0,4}:[0-9a-fA-F:.]*)(?:%[^\\]]*)?\\]?");

    /** The address that is written so, in digits. Nothing is looked up. */
    public static ClientAddress of(String literal) {
        var six = IPV6.matcher(literal);
        if (six.matches()) {
            return new ClientAddress(network(six.group(1)));
        }
        return new ClientAddress(IPV4.matcher(literal).matches() ? network(literal) : NO_ADDRESS);
    }

    private static String network(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet4Address
                    ? address.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return NO_ADDRESS;
        }
    }
}
