package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.chatty.conformance.client.ChattyPerson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow lines, dead lines, killed servers, sleeping tabs, ended sessions: nothing is lost, and the page says what is going on. */
class PageTroubleIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private String id = "";

    @BeforeEach
    void open() {
        id = ben.openConversationWith(anna);
        ben.send(id, "Hello");
    }

    private Visitor annaOn(Line line) {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + line.port());
        a.expectNetworkFailures();
        return a.signIn(anna.credentials()).choose(ben.name());
    }

    private List<String> textsOf(ChattyPerson person) {
        return person.history(id).stream().map(one -> one.string("text")).toList();
    }

    @Test
    @Tag("M1")
    void aMessageIsThereAtOnceOnASlowLineAndOutlivesThePage() {
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = annaOn(line);
            line.slow(Duration.ofSeconds(2));
            a.composer().fill("Over the ocean");
            Object ms = a.page.evaluate(
                    """
                    () => new Promise(done => {
                        const start = performance.now();
                        new MutationObserver((changes, observer) => {
                            if (document.querySelector('.log').textContent.includes('Over the ocean')) {
                                observer.disconnect();
                                done(performance.now() - start);
                            }
                        }).observe(document.body, { childList: true, subtree: true });
                        const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
                        document.querySelector('#composer').dispatchEvent(enter);
                    })""");
            assertThat(((Number) ms).doubleValue()).as("ms until it stands there").isLessThan(50);
            assertThat(a.message("Over the ocean").locator(".seal.pending")).isVisible();

            a.write("Last words");
            a.page.waitForTimeout(10);
            a.page.close();
            line.slow(Duration.ZERO);
            Visitor again = tabOf(a).go("/c/" + id);
            assertThat(again.message("Last words").locator(".seal.sent")).isVisible();
            assertThat(textsOf(ben)).containsExactly("Hello", "Over the ocean", "Last words");
        }
    }

    @Test
    @Tag("M1")
    void noMessageIsLostWithAPageThatEndsInTheTaskThatSent() {
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = annaOn(line);
            for (int i = 1; i <= 5; i++) {
                String words = "Last words " + i;
                line.slow(Duration.ofSeconds(2));
                a.composer().fill(words);
                a.page.evaluate(
                        """
                        () => {
                            const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
                            document.querySelector('#composer').dispatchEvent(enter);
                        }""");
                a.page.close();
                line.slow(Duration.ZERO);
                a = tabOf(a).go("/c/" + id);
                a.expectNetworkFailures();
                assertThat(a.message(words).locator(".seal.sent")).isVisible();
            }
            assertThat(textsOf(ben)).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("M2")
    void theSealFillsStepByStep() {
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = annaOn(line);
            line.slow(Duration.ofSeconds(1));
            a.write("On its way");
            assertThat(a.message("On its way").locator(".seal.pending")).isVisible();
            assertThat(a.message("On its way").locator(".seal.sent")).isVisible();
            line.slow(Duration.ZERO);
            ben.report(id, null, 2L);
            assertThat(a.message("On its way").locator(".seal.delivered")).isVisible();
            ben.report(id, 2L, null);
            assertThat(a.message("On its way").locator(".seal.read")).isVisible();
            assertThat(a.message("On its way")).hasAttribute("aria-label", Pattern.compile("^You: On its way, .*Read"));
        }
    }

    @Test
    @Tag("M3")
    void sendsAgainUnderTheSameKeyUntilItIsThere() {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        Sends sends = Sends.of(a.page);
        a.signIn(anna.credentials()).choose(ben.name());
        sends.loseTheNext(3);
        a.write("Again and again");
        assertThat(a.message("Again and again").locator(".seal.sent")).isVisible();
        assertThat(sends.keys()).hasSize(3);
        assertThat(sends.keys().stream().distinct()).hasSize(1);
        assertThat(textsOf(ben)).containsExactly("Hello", "Again and again");
        assertThat(a.texts()).containsExactly("Hello", "Again and again");
    }

    @Test
    @Tag("M3")
    void aRefusedMessageStopsWithItsReason() {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        Sends sends = Sends.of(a.page);
        a.signIn(anna.credentials()).choose(ben.name());
        sends.misdirect(id);
        a.write("Nowhere to go");
        assertThat(a.message("Nowhere to go").locator(".seal.failed")).isVisible();
        assertThat(a.message("Nowhere to go").locator(".failure")).containsText("This conversation is no longer there.");
        assertThat(a.page.locator("[aria-live=assertive]")).hasText("Not sent: Nowhere to go");
        a.write("Neither this");
        a.message("Neither this").getByText("Delete").click();
        assertThat(a.message("Neither this")).hasCount(0);
        assertThat(a.message("Nowhere to go")).isFocused();
        a.message("Nowhere to go").getByText("Edit").click();
        assertThat(a.composer()).hasValue("Nowhere to go");
        assertThat(a.composer()).isFocused();
        assertThat(a.message("Nowhere to go")).hasCount(0);
        a.composer().press("Enter");
        assertThat(a.message("Nowhere to go").locator(".failure")).isVisible();

        sends.misdirect(null);
        a.message("Nowhere to go").getByText("Retry").click();
        assertThat(a.message("Nowhere to go").locator(".seal.sent")).isVisible();
        assertThat(textsOf(ben)).containsExactly("Hello", "Nowhere to go");
    }

    @Test
    @Tag("M14")
    @Tag("M15")
    void aDeadLineIsToldLateAndCaughtUpWith() {
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = annaOn(line);
            a.write("All is well");
            assertThat(a.message("All is well").locator(".seal.sent")).isVisible();
            long start = System.nanoTime();
            line.cut();
            assertThat(a.strip()).isVisible();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_400));
            a.write("One").write("Two").write("Three");
            IntStream.rangeClosed(1, 70).forEach(i -> ben.send(id, "Missed " + i));
            assertThat(a.message("Three").locator(".seal.pending")).isVisible();

            line.mend();
            a.strip().getByText("Retry now").click();
            assertThat(a.message("Three").locator(".seal.sent")).isVisible();
            assertThat(a.strip()).hasCount(0);
            List<String> texts = textsOf(anna);
            assertThat(texts).hasSize(75).endsWith("Missed 70", "One", "Two", "Three");
            assertThat(a.texts()).isEqualTo(texts);
        }
    }

    @Test
    @Tag("M14")
    void aKilledServerIsWaitedFor(@TempDir Path data) {
        int port = PackagedServer.freePort();
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + port);
        Visitor b = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + port);
        a.expectNetworkFailures();
        b.expectNetworkFailures();
        try (PackagedServer first = PackagedServer.start(data, port)) {
            ChattyPerson one = first.client().register("One");
            ChattyPerson two = first.client().register("Two");
            one.openConversationWith(two);
            a.signIn(one.credentials()).find(two.name()).write("Before");
            b.signIn(two.credentials()).choose(one.name());
            assertThat(b.message("Before")).isVisible();
            first.kill();
        }
        a.write("In the dark");
        assertThat(a.strip()).isVisible();
        assertThat(b.strip()).isVisible();
        b.write("Me too");
        try (PackagedServer second = PackagedServer.start(data, port)) {
            LocatorAssertions.IsVisibleOptions patience = new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);
            assertThat(a.message("Me too")).isVisible(patience);
            assertThat(b.message("In the dark")).isVisible(patience);
            assertThat(a.page.locator(".seal.pending")).hasCount(0);
            assertThat(a.texts()).hasSize(3).isEqualTo(b.texts()).startsWith("Before");
            assertThat(second.log()).noneMatch(logged -> logged.contains("Exception"));
        }
    }

    @Test
    @Tag("M14")
    void aTabThatSleptKnowsEverythingWhenItWakes() {
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = annaOn(line);
            CDPSession devTools = a.page.context().newCDPSession(a.page);
            devTools.send("Page.setWebLifecycleState", lifecycle("frozen"));
            line.cut();
            IntStream.rangeClosed(1, 5).forEach(i -> ben.send(id, "Dream " + i));
            line.mend();
            devTools.send("Page.setWebLifecycleState", lifecycle("active"));
            assertThat(a.message("Dream 5")).isVisible();
            assertThat(a.texts()).isEqualTo(textsOf(anna));
        }
    }

    @Test
    @Tag("M15")
    void saysHowManyMessagesWaitWhileOffline() {
        Visitor a = visitor(anna).choose(ben.name());
        a.expectNetworkFailures();
        a.write("All is well");
        assertThat(a.message("All is well").locator(".seal.sent")).isVisible();
        a.page.context().setOffline(true);
        a.write("Into the void").write("And another");
        assertThat(a.strip()).containsText("Offline. 2 messages are waiting and will go out when you are back.");
        assertThat(a.strip().locator("button")).hasText("Retry now");
        a.page.context().setOffline(false);
        assertThat(a.strip()).hasCount(0);
        assertThat(a.message("And another").locator(".seal.sent")).isVisible();
        assertThat(textsOf(ben)).containsExactly("Hello", "All is well", "Into the void", "And another");
    }

    @Test
    @Tag("M26")
    void anEndedSessionKeepsTheScreenAndAsksForThePassword() {
        Visitor a = visitor(anna).choose(ben.name());
        a.expectNetworkFailures();
        a.composer().fill("Half a letter");
        a.page
                .context()
                .request()
                .delete(base() + "/api/v1/sessions/current", RequestOptions.create().setHeader("Origin", base()));
        assertThat(a.page.locator("cx-sign-in-again dialog")).isVisible();
        assertThat(a.page.locator("#again-password")).isFocused();
        assertThat(a.message("Hello")).isVisible();
        a.page.keyboard().type("not the password");
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator("#again-problem")).isVisible();
        a.page.locator("#again-password").fill(anna.credentials().password());
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator("cx-sign-in-again")).hasCount(0);
        assertThat(a.composer()).hasValue("Half a letter");
        a.composer().press("Enter");
        assertThat(a.message("Half a letter").locator(".seal.sent")).isVisible();
    }

    private static JsonObject lifecycle(String state) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("state", state);
        return parameters;
    }
}
