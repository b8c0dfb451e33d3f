package io.chatty.adapter.stomp;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.wire.ServerIdentity;
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
 * STOMP over WebSocket at {@code /ws}. Needs the use cases, the identity of the store and of the server, a {@link
 * java.time.Clock} and the {@link io.chatty.wire.OriginPolicy}; brings the notifiers of all features.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(StompProperties.class)
public class StompConfiguration {

    /** Where WebSockets are opened. */
    public static final String PATH = "/ws";

    @Bean
    Greeting greeting(StoreIdentityRepository store, ServerIdentity server, StompProperties limits) {
        String heartBeat =
                limits.pingInterval().toMillis() + "," + limits.silenceLimit().toMillis();
        return new Greeting(store.identity().epoch(), server.product(), heartBeat);
    }

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
