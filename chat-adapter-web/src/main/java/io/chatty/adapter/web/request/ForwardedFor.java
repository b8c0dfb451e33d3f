package io.chatty.adapter.web.request;

import io.chatty.adapter.web.ProxyProperties;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from, for everything behind, the handshake of a socket included. Each proxy adds to {@code
 * X-Forwarded-For} whom it heard, on the right; what is further left is anybody's word. So the list is read from the right,
 * for as long as the one who says so is a configured proxy.
 */
@Component
final class ForwardedFor implements HttpConfiguration.Customizer {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern BRACKETS = Pattern.compile("^\\[|]$");

    private final List<IpAddressMatcher> proxies;

    ForwardedFor(ProxyProperties properties) {
        this.proxies = properties.matchers();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (proxies.isEmpty() || !isProxy(Request.getRemoteAddr(request))) {
            return request;
        }
        String client = client(request.getHeaders().getCSV(HEADER, true));
        return client == null ? request : from(client, request);
    }

    private @Nullable String client(List<String> heard) {
        for (int i = heard.size() - 1; i >= 0; i--) {
            String host = host(heard.get(i));
            if (i == 0 || !isProxy(host)) {
                return host;
            }
        }
        return null;
    }

    private boolean isProxy(String address) {
        // Beside a port IPv6 stands in brackets, which Jetty keeps.
        String plain = BRACKETS.matcher(address).replaceAll("");
        try {
            return proxies.stream().anyMatch(proxy -> proxy.matches(plain));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Without the port that some proxies add. */
    private static String host(String written) {
        try {
            return new HostPort(written).getHost();
        } catch (IllegalArgumentException noHost) {
            return written;
        }
    }

    private static Request from(String client, Request request) {
        SocketAddress address = InetSocketAddress.createUnresolved(client, 0);
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
                return address;
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }
}
