package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Credentials;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who have never seen the page, with nothing but a keyboard. */
class PageStrangerIT extends PageStage {

    private static final String SLOW_SEARCH =
            """
            const fetched = window.fetch;
            window.fetch = (url, init) => url.includes('/users?q=')
                ? new Promise(done => setTimeout(done, 300)).then(() => fetched(url, init))
                : fetched(url, init);
            """;

    @Test
    @Tag("M26")
    void aPasswordManagerKnowsTheFields() {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).go("/");
        assertThat(a.page.locator("#auth-submit:enabled")).isVisible();
        Locator password = a.page.locator("form#auth [name=password]");
        assertThat(a.page.locator("form#auth [name=email]")).hasAttribute("autocomplete", "username");
        assertThat(password).hasAttribute("autocomplete", "current-password");
        a.page.locator("#auth-switch button").click();
        assertThat(password).hasAttribute("autocomplete", "new-password");
        assertThat(a.page.locator("form#auth [name=name]")).hasAttribute("autocomplete", "name");
    }

    @ParameterizedTest
    @Tag("M21")
    @ValueSource(strings = {"localhost", Chromium.OTHER_HOST})
    void twoStrangersTalkWithinAMinuteByKeyboardAlone(String host) {
        URI server = URI.create(base());
        String address = server.getScheme() + "://" + host + ":" + server.getPort();
        Credentials anna = Credentials.invent("Anna");
        Credentials ben = Credentials.invent("Ben");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, address);
        Visitor b = stranger(Device.LAPTOP, ColorScheme.DARK, address);

        long start = System.nanoTime();
        registerByKeyboard(a, anna);
        registerByKeyboard(b, ben);
        Keyboard keys = a.page.keyboard();
        a.tabTo("cx-sidebar .empty button");
        keys.press("Enter");
        assertThat(a.page.locator("cx-switcher input")).isFocused();
        keys.type(ben.name());
        keys.press("Enter");
        assertThat(a.page.locator(".chat-head h2")).hasText(ben.name());
        assertThat(a.composer()).isFocused();
        keys.type("Is this you?");
        keys.press("Enter");

        assertThat(b.row(anna.name()).locator(".count")).hasText("1");
        b.page.keyboard().press("Alt+ArrowDown");
        assertThat(b.message("Is this you?")).isVisible();
        assertThat(b.composer()).isFocused();
        b.page.keyboard().type("It is");
        b.page.keyboard().press("Enter");
        assertThat(a.message("It is")).isVisible();
        assertThat(b.message("It is").locator(".seal.read")).isVisible();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    private static void registerByKeyboard(Visitor visitor, Credentials who) {
        visitor.go("/").page.locator("#auth-submit:enabled").waitFor();
        Keyboard keys = visitor.page.keyboard();
        visitor.tabTo("#auth-switch button");
        keys.press("Enter");
        assertThat(visitor.page.locator("#auth-name")).isFocused();
        keys.type(who.name());
        keys.press("Tab");
        keys.type(who.email());
        keys.press("Tab");
        keys.type(who.password());
        keys.press("Enter");
        visitor.awaitList();
    }

    @Test
    @Tag("M25")
    void anEmptyFormSaysWhatIsMissing() {
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).go("/");
        a.page.locator("#auth-submit:enabled").waitFor();
        a.page.locator("#auth-switch button").click();
        assertThat(a.page.locator("#auth-name")).isFocused();
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator("#auth-summary")).isFocused();
        assertThat(a.page.locator("#auth-name-error")).hasText("Write your name");
        assertThat(a.page.locator("#auth-email-error")).hasText("An address like name@example.org");
        assertThat(a.page.locator("#auth-password-error")).hasText("Write your password");
    }

    @Test
    @Tag("M21")
    void enterOnTheRowOfTheOpenConversationGoesToItsField() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        ben.send(ben.openConversationWith(anna), "Hello");
        Visitor a = visitor(anna).choose(ben.name());
        a.row(ben.name()).focus();
        a.page.keyboard().press("Enter");
        assertThat(a.composer()).isFocused();
    }

    @Test
    @Tag("M21")
    void enterInTheSearchWaitsForTheAnswerToWhatWasTyped() {
        ChattyPerson anna = person("Anna");
        ChattyPerson other = person("Aaron");
        ChattyPerson ben = person("Ben");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.page.addInitScript(SLOW_SEARCH);
        a.signIn(anna.credentials());
        a.page.keyboard().press("Control+k");
        assertThat(a.page.locator(".person-row").getByText(other.name())).isVisible();
        a.page.keyboard().type(ben.name());
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator(".chat-head h2")).hasText(ben.name());
    }
}
