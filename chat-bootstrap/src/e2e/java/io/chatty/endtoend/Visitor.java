package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.chatty.conformance.client.Credentials;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Somebody at the page: what they do, and what they see. */
final class Visitor {

    /** What a browser says of requests that fail, which nobody can prevent it from saying. */
    private static final Pattern NETWORK =
            Pattern.compile("Failed to load resource: .*|WebSocket connection to .* failed.*", Pattern.DOTALL);

    final Page page;
    private final String base;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Pattern> expected = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, String base) {
        this.base = base;
        this.page = context.newPage();
        page.onPageError(error -> complaints.add("error: " + error));
        page.onConsoleMessage(this::heard);
    }

    private void heard(ConsoleMessage message) {
        boolean loud = message.type().equals("error") || message.type().equals("warning");
        if (loud && expected.stream().noneMatch(one -> one.matcher(message.text()).matches())) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    /** What the browser said against the page: errors, and refusals by its policy. */
    List<String> complaints() {
        return complaints;
    }

    /** From now on requests may fail. */
    void expectNetworkFailures() {
        expected.add(NETWORK);
    }

    /** Another tab of the same browser. */
    Visitor tab() {
        return new Visitor(page.context(), base);
    }

    Visitor go(String path) {
        page.navigate(base + path);
        return this;
    }

    Visitor register(Credentials who) {
        go("/");
        page.locator("#auth-switch button").click();
        page.locator("#auth-name").fill(who.name());
        return submit(who);
    }

    Visitor signIn(Credentials who) {
        return go("/").submit(who);
    }

    private Visitor submit(Credentials who) {
        page.locator("#auth-email").fill(who.email());
        page.locator("#auth-password").fill(who.password());
        page.locator("#auth-submit").click();
        return awaitList();
    }

    Visitor awaitList() {
        assertThat(page.locator("cx-sidebar .rows, cx-sidebar .empty").first()).isVisible();
        return this;
    }

    /** Chooses somebody in the search for people. */
    Visitor find(String name) {
        page.keyboard().press("Control+k");
        page.locator("cx-switcher input").fill(name);
        page.locator(".person-row").getByText(name).click();
        return awaitChat(name);
    }

    /** Chooses somebody in the list. */
    Visitor choose(String name) {
        row(name).click();
        return awaitChat(name);
    }

    private Visitor awaitChat(String name) {
        assertThat(page.locator(".chat-head h2")).hasText(name);
        assertThat(composer()).isVisible();
        return this;
    }

    /** Writes and presses Enter. */
    Visitor write(String text) {
        composer().fill(text);
        composer().press("Enter");
        return this;
    }

    /** Presses Tab until the focus is there. */
    void tabTo(String selector) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        assertThat(page.locator(selector)).isFocused();
    }

    Locator composer() {
        return page.locator("#composer");
    }

    /** A person in the list. */
    Locator row(String name) {
        return page.locator("a.row").filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator messages() {
        return page.locator("li.message");
    }

    /** The message in which these words stand. */
    Locator message(String words) {
        return messages().filter(new Locator.FilterOptions().setHasText(words));
    }

    Locator strip() {
        return page.locator(".strip");
    }

    /** The words of all messages in the document, in their order. */
    List<String> texts() {
        Object texts = page.evaluate(
                """
                () => [...document.querySelectorAll('.bubble > .text')].map(text => {
                    const copy = text.cloneNode(true);
                    copy.querySelector('.meta')?.remove();
                    return copy.textContent;
                })""");
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    void hide() {
        appear("hidden");
    }

    void show() {
        appear("visible");
    }

    /** Another tab or window in front: a browser without a screen has nothing to cover the page with. */
    private void appear(String state) {
        page.evaluate(
                """
                state => {
                    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
                    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
                    document.hasFocus = () => state === 'visible';
                    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
                }""",
                state);
    }
}
