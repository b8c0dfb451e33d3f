package io.chatty.adapter.web;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who stands between the server and the people.
 *
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of proxies, whose word counts on where a request comes from
 */
@ConfigurationProperties("chatty")
public record ProxyProperties(@DefaultValue Set<String> trustedProxies) {

    /** @throws IllegalArgumentException if one is neither an address nor a network */
    public ProxyProperties {
        trustedProxies = Set.copyOf(trustedProxies);
        for (String proxy : trustedProxies) {
            try {
                new IpAddressMatcher(proxy);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "chatty.trusted-proxies must name addresses or networks, such as 127.0.0.1 or 10.0.0.0/8", e);
            }
        }
    }

    /** What tells whether an address is one of them. */
    public List<IpAddressMatcher> matchers() {
        return trustedProxies.stream().map(IpAddressMatcher::new).toList();
    }
}
