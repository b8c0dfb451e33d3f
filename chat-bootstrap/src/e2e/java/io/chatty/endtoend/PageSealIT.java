package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that arrive in any order, some of them twice, never take a message back to an earlier state. */
class PageSealIT extends PageStage {

    private static final int MESSAGES = 6;

    /** Each is created, delivered and read, and the one before them is read. */
    private static final int EVENTS = 3 * MESSAGES + 1;

    /** Remembers each step back that somebody could have seen. */
    private static final String WATCH =
            """
            () => {
                const order = ['Sending', 'Sent', 'Delivered', 'Read'];
                const ranks = new Map();
                window.stepsBack = [];
                const look = () => document.querySelectorAll('li.message.own').forEach(row => {
                    const label = row.getAttribute('aria-label');
                    const rank = order.indexOf(/, (\\w+)( \\d\\d:\\d\\d)?$/.exec(label)[1]);
                    if (rank < (ranks.get(row.dataset.key) ?? 0)) {
                        window.stepsBack.push(label);
                    }
                    ranks.set(row.dataset.key, rank);
                });
                new MutationObserver(look).observe(document.querySelector('main'), {
                    subtree: true, childList: true, attributes: true });
            }""";

    private final List<String> held = new CopyOnWriteArrayList<>();
    private @Nullable WebSocketRoute line;
    private boolean holding;

    @ParameterizedTest
    @Tag("M2")
    @ValueSource(longs = {1, 2, 3})
    void noSealStepsBackWhateverTheOrderOfEvents(long seed) {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.page.routeWebSocket(Pattern.compile("/ws$"), this::listen);
        a.signIn(anna.credentials()).find(ben.name());
        a.write("First");
        assertThat(a.message("First").locator(".seal.sent")).isVisible();
        a.page.evaluate(WATCH);

        holding = true;
        for (int i = 1; i <= MESSAGES; i++) {
            a.write("Letter " + i);
            assertThat(a.message("Letter " + i)).hasAttribute("aria-label", Pattern.compile(".*, Sent"));
            ben.report(id, null, i + 1L);
        }
        for (long seq = 1; seq <= MESSAGES + 1; seq++) {
            ben.report(id, seq, seq);
        }
        a.page.waitForCondition(() -> held.size() == EVENTS);
        holding = false;
        release(new Random(seed));

        assertThat(a.message("Letter " + MESSAGES).locator(".seal.read")).isVisible();
        assertThat(a.page.locator("li.message.own[aria-label*=', Read']")).hasCount(MESSAGES + 1);
        assertThat((List<?>) a.page.evaluate("stepsBack")).isEmpty();
    }

    private void listen(WebSocketRoute near) {
        line = near;
        WebSocketRoute far = near.connectToServer();
        far.onMessage(frame -> {
            String text = frame.text();
            if (holding && (text.contains("\"receipts.updated\"") || text.contains("\"message.created\""))) {
                held.add(text);
            } else {
                near.send(text);
            }
        });
    }

    private void release(Random random) {
        List<String> frames = new ArrayList<>(held);
        frames.addAll(held.subList(0, held.size() / 2));
        Collections.shuffle(frames, random);
        WebSocketRoute near = line;
        if (near != null) {
            frames.forEach(near::send);
        }
    }
}
