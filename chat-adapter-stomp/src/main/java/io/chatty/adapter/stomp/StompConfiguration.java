package io.chatty.adapter.stomp;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * STOMP over WebSocket at {@code /ws}. Needs the use cases, a {@link java.time.Clock}, the {@link
 * io.chatty.wire.OriginPolicy} and {@link io.chatty.wire.ServerIdentity}; brings the notifiers of all features.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(StompProperties.class)
public class StompConfiguration {

    /** Where WebSockets are opened. */
    public static final String PATH = "/ws";

    @Bean
    WebSocketHandlerMapping stompHandlerMapping(StompEndpoint endpoint, HandshakeGate gate, StompProperties limits) {
        DefaultHandshakeHandler handshake =
                new DefaultHandshakeHandler(new JettyUpgrade(limits.frameBytes().toBytes()));
        WebSocketHttpRequestHandler handler = new WebSocketHttpRequestHandler(endpoint, handshake);
        handler.setHandshakeInterceptors(List.of(gate));
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of(PATH, handler));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }
}
