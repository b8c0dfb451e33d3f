package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Together;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How little the page asks for, and how quick it is. Figures are those of the browser. */
@Tag("budget")
class PageBudgetIT extends PageStage {

    private static final Logger LOG = LoggerFactory.getLogger(PageBudgetIT.class);

    /** A browser with a window of its own asks for it as well. */
    private static final String MANIFEST = "/manifest.webmanifest";

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");

    /** A conversation to which both contribute in no order, and in which everything is read. */
    private void talk(ChattyPerson other, int messages, String words) {
        String id = other.openConversationWith(anna);
        other.send(id, words);
        AtomicInteger left = new AtomicInteger(messages - 1);
        Together.run(Stream.of(anna, other, other, anna)
                .map(author -> Executors.callable(() -> {
                    while (left.getAndDecrement() > 0) {
                        author.send(id, words);
                    }
                }))
                .toList());
        anna.report(id, (long) messages, (long) messages);
        other.report(id, (long) messages, (long) messages);
    }

    private static Locator last(Visitor visitor, int messages) {
        return visitor.page.locator("li.message[data-seq='" + messages + "']");
    }

    /** From an empty cache to a connected list. */
    @Test
    void aFirstVisitAsksForLittle() {
        talk(ben, 1, "Hello");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        List<String> requests = new CopyOnWriteArrayList<>(List.of(MANIFEST));
        AtomicBoolean connected = new AtomicBoolean();
        a.page.onRequest((Request request) -> requests.add(request.url()));
        a.page.onWebSocket((WebSocket socket) -> {
            requests.add(socket.url());
            socket.onFrameReceived((WebSocketFrame frame) -> connected.set(true));
        });
        a.signIn(anna.credentials());
        a.page.waitForCondition(connected::get);
        a.page.waitForLoadState(LoadState.NETWORKIDLE);
        double modules = kilobytes(a.page, "\\.js$");
        double sheets = kilobytes(a.page, "\\.css$|/$");
        LOG.info("{} requests, {} KB of modules, {} KB of document and sheets", requests.size(), modules, sheets);
        assertThat(requests.size())
                .as(() -> String.join("\n", requests))
                .isLessThanOrEqualTo(45);
        assertThat(modules).isPositive().isLessThan(110);
        assertThat(sheets).isPositive().isLessThan(20);

        a.page.reload();
        a.awaitList();
        assertThat(a.page.evaluate(
                        """
                        () => performance.getEntriesByType('resource')
                            .filter(({ name, transferSize }) => /\\.(js|css)$/.test(name) && transferSize > 0)
                            .map(({ name }) => name)"""))
                .as("files that are fetched again on the second visit")
                .isEqualTo(List.of());
    }

    private static double kilobytes(Page page, String pattern) {
        Object bytes = page.evaluate(
                """
                pattern => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .filter(({ name }) => new RegExp(pattern).test(name))
                    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)""",
                pattern);
        return ((Number) bytes).doubleValue() / 1024;
    }

    @Test
    @Tag("M1")
    void aMessageStandsThereBeforeTheServerKnowsOfIt() {
        talk(ben, 50, "Line");
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + line.port());
            a.expectNetworkFailures();
            a.signIn(anna.credentials()).choose(ben.name());
            line.slow(Duration.ofSeconds(2));
            Stopwatch watch = Stopwatch.of(a.page);
            for (int i = 1; i <= 5; i++) {
                String words = "Over the ocean " + i;
                a.composer().fill(words);
                double ms = watch.untilShown("keydown", words, () -> a.composer().press("Enter"));
                LOG.info("written after {} ms", ms);
                assertThat(ms).as("ms until it is painted").isPositive().isLessThan(50);
            }
        }
    }

    @Test
    void conversationsThatAreOpenChangePlacesAtOnce() {
        ChattyPerson carl = person("Carl");
        talk(ben, 50, "Ben and I");
        talk(carl, 50, "Carl and I");
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + line.port());
            a.expectNetworkFailures();
            a.signIn(anna.credentials()).choose(ben.name());
            assertThat(last(a, 50)).isVisible();
            a.choose(carl.name());
            assertThat(last(a, 50)).isVisible();
            line.slow(Duration.ofSeconds(2));
            Stopwatch watch = Stopwatch.of(a.page);
            for (int i = 0; i < 6; i++) {
                ChattyPerson next = i % 2 == 0 ? ben : carl;
                String words = i % 2 == 0 ? "Ben and I" : "Carl and I";
                double ms = watch.untilShown("click", words, () -> a.row(next.name()).click());
                LOG.info("switched after {} ms", ms);
                assertThat(ms).as("ms until it is painted").isPositive().isLessThan(100);
            }
        }
    }

    @Test
    void aConversationOpensInOneGo() {
        talk(ben, 120, "Line");
        Visitor a = visitor(anna);
        a.page.waitForLoadState(LoadState.NETWORKIDLE);
        Stopwatch watch = Stopwatch.of(a.page);
        a.choose(ben.name());
        assertThat(last(a, 120)).isVisible();
        a.page.waitForLoadState(LoadState.NETWORKIDLE);
        settled(a);
        LOG.info("opened with a longest task of {} ms, shift {} {}", watch.longestTask(), watch.layoutShift(), watch.moved());
        assertThat(watch.longestTask()).as("ms of the longest task").isLessThan(100);
        assertThat(watch.layoutShift()).as(watch::moved).isZero();
    }

    @Test
    @Tag("M10")
    void aLongConversationScrollsBackToItsStartWithoutAStutter() {
        talk(ben, 2_000, "Line");
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(last(a, 2_000)).isVisible();
        Stopwatch watch = Stopwatch.of(a.page);
        a.page.locator(".log").hover();
        a.page.waitForCondition(() -> {
            a.page.mouse().wheel(0, -3_000);
            settled(a);
            return "1".equals(a.messages().first().getAttribute("data-seq"));
        });
        assertThat(a.messages().count()).isLessThanOrEqualTo(300);
        LOG.info("scrolled with a longest task of {} ms", watch.longestTask());
        assertThat(watch.longestTask()).as("ms of the longest task").isLessThan(100);
    }

    /** Two frames: what was asked for is laid out. */
    private static void settled(Visitor visitor) {
        visitor.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
