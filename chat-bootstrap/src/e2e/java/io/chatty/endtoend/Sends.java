package io.chatty.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The messages a page hands to the server over its socket: seen, lost or sent astray. */
final class Sends {

    private static final Pattern KEY = Pattern.compile("\"clientMessageId\":\"([^\"]+)\"");

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private int lose;
    private @Nullable String astray;

    private Sends() {}

    /** To be called before the page connects. */
    static Sends of(Page page) {
        Sends sends = new Sends();
        page.routeWebSocket(Pattern.compile("/ws$"), sends::watch);
        return sends;
    }

    /** The next messages are lost, and the connection with them: the last of them only after the server has got it. */
    void loseTheNext(int count) {
        lose = count;
    }

    /** From now on messages to this conversation go to one that does not exist; null ends that. */
    void misdirect(@Nullable String conversationId) {
        astray = conversationId;
    }

    /** The {@code clientMessageId} of each attempt. */
    List<String> keys() {
        return keys;
    }

    private void watch(WebSocketRoute near) {
        WebSocketRoute far = near.connectToServer();
        near.onMessage(frame -> {
            String text = frame.text();
            Matcher key = KEY.matcher(text);
            if (!text.startsWith("SEND") || !key.find()) {
                far.send(text);
                return;
            }
            keys.add(key.group(1));
            if (lose == 0) {
                far.send(astray == null ? text : text.replace(astray, reversed(astray)));
            } else if (--lose == 0) {
                far.send(text);
                near.close();
            } else {
                near.close();
            }
        });
    }

    /** As long, with the same beginning, and nobody's. */
    private static String reversed(String id) {
        int start = id.indexOf('_') + 1;
        return id.substring(0, start) + new StringBuilder(id.substring(start)).reverse();
    }
}
