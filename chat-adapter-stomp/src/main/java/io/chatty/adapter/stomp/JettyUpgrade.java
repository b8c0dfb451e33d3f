package io.chatty.adapter.stomp;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.api.Configurable;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/** Turns handshakes into sockets of Jetty that are set up for STOMP. */
final class JettyUpgrade extends JettyRequestUpgradeStrategy {

    /** So much larger than a STOMP frame may be that a frame a little too large is still answered with ERROR. */
    private static final int FRAMES_PER_MESSAGE = 2;

    /** @param frameBytes longest STOMP frame */
    JettyUpgrade(long frameBytes) {
        addWebSocketConfigurer(container -> setUp(container, frameBytes * FRAMES_PER_MESSAGE));
    }

    private static void setUp(Configurable container, long maxBytes) {
        container.setMaxTextMessageSize(maxBytes);
        container.setMaxBinaryMessageSize(maxBytes);
        container.setMaxFrameSize(maxBytes);
        // Silence is judged by what comes from the client, pongs included; Jetty would count bytes in either direction.
        container.setIdleTimeout(Duration.ZERO);
    }

    @Override
    public void setServletContext(ServletContext context) {
        super.setServletContext(context);
        ServletContextHandler handler = ServletContextHandler.getServletContextHandler(context);
        if (handler == null) {
            return;
        }
        // Jetty negotiates what is registered here by itself. Compression lets a small message become a large one, and
        // its errors have been used to smuggle messages.
        WebSocketExtensionRegistry extensions =
                WebSocketServerComponents.getWebSocketComponents(handler).getExtensionRegistry();
        List.copyOf(extensions.getAvailableExtensionNames()).forEach(extensions::unregister);
    }
}
