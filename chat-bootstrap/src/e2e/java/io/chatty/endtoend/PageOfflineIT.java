package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a network, without an answer, without a disk: what was there is there, and the page says what is so. */
class PageOfflineIT extends PageStage {

    private static final Pattern SOCKET = Pattern.compile("/ws$");
    private static final String OFFLINE = "Offline. Messages you write will go out when you are back.";

    /** The trouble has to last 1.5 s, and a busy machine takes its time. */
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private String id = "";

    @BeforeEach
    void open() {
        id = ben.openConversationWith(anna);
        ben.send(id, "Hello");
    }

    @Test
    @Tag("M14")
    @Tag("M15")
    void aNetworkThatGoesWhileConnectingIsToldAndOneThatComesIsUsedAtOnce() {
        AtomicBoolean silent = new AtomicBoolean(true);
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.expectNetworkFailures();
        a.page.routeWebSocket(SOCKET, near -> {
            if (!silent.get()) {
                near.connectToServer();
            }
        });
        a.signIn(anna.credentials()).choose(ben.name());
        a.page.context().setOffline(true);
        assertThat(a.strip()).containsText(OFFLINE, SOON);
        a.write("Written in a tunnel");
        assertThat(a.strip()).containsText("Offline. 1 message is waiting and will go out when you are back.");

        silent.set(false);
        a.page.context().setOffline(false);
        assertThat(a.message("Written in a tunnel").locator(".seal.sent"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
        assertThat(a.strip()).hasCount(0);
    }

    @Test
    @Tag("M15")
    @Tag("M21")
    void screenReadersHearOfTheConnectionOnceNotEverySecond() {
        AtomicBoolean refusing = new AtomicBoolean();
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.expectNetworkFailures();
        WebSocketRoute[] line = new WebSocketRoute[1];
        a.page.route(Pattern.compile("/api/"), route -> answer(route, refusing));
        a.page.routeWebSocket(SOCKET, near -> {
            line[0] = near;
            if (refusing.get()) {
                near.close();
            } else {
                near.connectToServer();
            }
        });
        a.signIn(anna.credentials()).choose(ben.name()).write("All is well");
        assertThat(a.message("All is well").locator(".seal.sent")).isVisible();
        Locator region = a.page.locator("[role=status].sr-only");
        assertThat(region).hasText("");
        region.evaluate(
                """
                region => {
                    window.heard = [];
                    new MutationObserver(() => window.heard.push(region.textContent)).observe(region, {
                        subtree: true, childList: true, characterData: true });
                }""");
        refusing.set(true);
        line[0].close();
        // Several attempts, each with its countdown.
        assertThat(a.strip()).containsText("Reconnecting in 1 s.");
        assertThat(a.strip()).hasText(Pattern.compile("Reconnecting in [2-9] s\\..*"));
        assertThat(a.strip()).containsText("Reconnecting in 1 s.");
        refusing.set(false);
        assertThat(a.strip()).hasCount(0);
        assertThat(heard(a)).startsWith("Not connected. Trying again.").containsOnlyOnce("Not connected. Trying again.");
        assertThat(heard(a)).anyMatch(words -> words.startsWith("Up to date"));
    }

    private static List<String> heard(Visitor visitor) {
        return ((List<?>) visitor.page.evaluate("heard")).stream().map(String::valueOf).toList();
    }

    @Test
    @Tag("M25")
    @Tag("M26")
    void whatWasReadBeforeIsThereBeforeTheServerAnswers() {
        IntStream.rangeClosed(1, 60).forEach(i -> ben.send(id, "Letter " + i));
        anna.report(id, 61L, 61L);
        Visitor a = visitor(anna).choose(ben.name());
        a.expectNetworkFailures();
        assertThat(a.message("Letter 60")).isVisible();
        a.write("I have them all");
        assertThat(a.message("I have them all").locator(".seal.sent")).isVisible();
        a.page.waitForCondition(() -> kept(a) > 50);
        AtomicBoolean away = new AtomicBoolean(true);
        a.page.route(Pattern.compile("/api/"), route -> answer(route, away));
        a.page.routeWebSocket(SOCKET, near -> {
            if (away.get()) {
                near.close();
            } else {
                near.connectToServer();
            }
        });
        a.page.reload();
        assertThat(a.message("I have them all")).isVisible();
        assertThat(a.row(ben.name()).locator(".row-line")).containsText("I have them all");
        assertThat(a.page.locator(".dot.online")).hasCount(0);
        a.write("Written in the dark");
        assertThat(a.message("Written in the dark").locator(".seal.pending")).isVisible();

        ben.send(id, "Missed");
        away.set(false);
        assertThat(a.message("Missed")).isVisible();
        assertThat(a.message("Written in the dark").locator(".seal.sent")).isVisible();
        assertThat(a.texts()).endsWith("Letter 60", "I have them all", "Missed", "Written in the dark");

        a.page.getByLabel("More").click();
        a.page.getByText("Sign out").click();
        assertThat(a.page.locator("#auth-submit")).isVisible();
        assertThat(kept(a)).isZero();
    }

    private static void answer(Route route, AtomicBoolean away) {
        if (away.get()) {
            route.abort();
        } else {
            route.resume();
        }
    }

    /** How many messages lie on the disk. */
    private static int kept(Visitor visitor) {
        Object count = visitor.page.evaluate(
                """
                () => new Promise((resolve, reject) => {
                    const request = indexedDB.open('chatty-recent');
                    request.onerror = () => reject(request.error);
                    request.onsuccess = () => {
                        const all = request.result.transaction('outbox').objectStore('outbox').getAll();
                        all.onsuccess = () => resolve(all.result.reduce((sum, kept) => sum + (kept.messages?.length ?? 0), 0));
                    };
                })""");
        return ((Number) count).intValue();
    }

    @Test
    @Tag("M25")
    void aBrowserThatKeepsNothingIsToldOfAndWorks() {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.page.addInitScript(
                "IDBFactory.prototype.open = () => { throw new DOMException('not in private windows', 'SecurityError'); };");
        a.signIn(anna.credentials());
        Locator toast = a.page.locator(".toast");
        assertThat(toast).containsText("This browser keeps nothing here.");
        a.choose(ben.name()).write("All the same");
        assertThat(a.message("All the same").locator(".seal.sent")).isVisible();
        assertThat(toast).hasCount(1);
        toast.getByLabel("Dismiss").click();
        assertThat(toast).hasCount(0);
    }
}
