package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Credentials;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Themes, phones, keyboards, barriers. */
class PageLookIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");

    @ParameterizedTest
    @Tag("M21")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoBarriersThatAMachineCanFind(ColorScheme scheme) {
        ben.send(ben.openConversationWith(anna), "See https://example.org and `this`\n```\ncode\n```");
        Visitor a = stranger(Device.LAPTOP, scheme, base()).go("/");
        a.expectNetworkFailures();
        a.page.locator("#auth-submit:enabled").waitFor();
        Barriers.assertNone(a.page, "sign-in");
        a.page.locator("#auth-switch button").click();
        a.page.locator("#auth-submit").click();
        assertThat(a.page.locator("#auth-name-error")).isVisible();
        Barriers.assertNone(a.page, "registration with errors");
        a.signIn(anna.credentials());
        Barriers.assertNone(a.page, "list");
        a.choose(ben.name()).write("Fine");
        assertThat(a.message("Fine").locator(".seal.sent")).isVisible();
        Barriers.assertNone(a.page, "conversation");
        a.message("Fine").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(a.page.locator(".menu")).isVisible();
        Barriers.assertNone(a.page, "menu of a message");
        a.page.keyboard().press("Escape");
        for (String keys : List.of("Control+k", "Control+,")) {
            a.page.keyboard().press(keys);
            assertThat(a.page.locator("dialog[open]")).isVisible();
            Barriers.assertNone(a.page, "dialog on " + keys);
            a.page.keyboard().press("Escape");
            assertThat(a.page.locator("dialog[open]")).hasCount(0);
        }
    }

    @Test
    @Tag("M21")
    void theWholeJourneyByKeyboardAlone() {
        Credentials carl = Credentials.invent("Carl");
        Visitor c = stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).go("/");
        Page page = c.page;
        Keyboard keys = page.keyboard();
        page.locator("#auth-submit:enabled").waitFor();
        c.tabTo("#auth-switch button");
        keys.press("Enter");
        assertThat(page.locator("#auth-name")).isFocused();
        keys.type(carl.name());
        keys.press("Tab");
        keys.type(carl.email());
        keys.press("Tab");
        keys.type(carl.password());
        keys.press("Enter");
        c.awaitList();

        keys.press("Control+k");
        assertThat(page.locator("cx-switcher input")).isFocused();
        keys.type(ben.name());
        assertThat(page.locator(".person-row")).hasCount(1);
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(c.composer()).isFocused();
        keys.type("By hand");
        keys.press("Enter");
        keys.type("And again");
        keys.press("Enter");
        assertThat(c.message("And again").locator(".seal.sent")).isVisible();

        keys.press("Shift+Tab");
        assertThat(c.message("And again")).isFocused();
        keys.press("ArrowUp");
        assertThat(c.message("By hand")).isFocused();
        keys.press("Enter");
        assertThat(page.locator(".menu [role=menuitem]").first()).isFocused();
        keys.press("Escape");
        assertThat(c.message("By hand")).isFocused();
        keys.press("End");
        assertThat(c.message("And again")).isFocused();
        keys.press("Escape");
        assertThat(c.composer()).isFocused();

        keys.press("F6");
        assertThat(c.row(ben.name())).isFocused();
        keys.press("Escape");
        assertThat(c.composer()).isFocused();
        keys.press("Shift+F6");
        assertThat(c.message("And again")).isFocused();
        keys.press("?");
        assertThat(page.locator("cx-shortcuts dialog")).isVisible();
        keys.press("Escape");
        assertThat(c.message("And again")).isFocused();

        c.tabTo("[aria-haspopup=menu]");
        keys.press("Enter");
        keys.press("End");
        keys.press("Enter");
        assertThat(page.locator("#auth-submit")).isVisible();
    }

    @ParameterizedTest
    @Tag("M22")
    @EnumSource(
            value = Device.class,
            names = {"PHONE", "SMALL_PHONE"})
    void aPhoneShowsOnePane(Device device) {
        ben.send(ben.openConversationWith(anna), "On the phone " + "word ".repeat(40));
        Visitor a = visitor(anna.credentials(), device);
        Locator list = a.page.locator(".pane-list");
        Locator chat = a.page.locator(".pane-chat");
        assertThat(list).isInViewport();
        assertThat(chat).not().isInViewport();
        assertLargeTargets(a.page);
        a.row(ben.name()).tap();
        assertThat(a.composer()).isInViewport();
        assertThat(list).not().isInViewport();
        assertLargeTargets(a.page);
        a.write("Short");
        assertThat(a.message("Short").locator(".seal.sent")).isVisible();
        a.page.locator(".chat-head .only-phone").tap();
        assertThat(list).isInViewport();
        a.row(ben.name()).tap();
        assertThat(a.composer()).isInViewport();
        a.page.goBack();
        assertThat(list).isInViewport();
        assertThat((boolean) a.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    /** 44 pixels for a finger. Links in running text are as high as their line. */
    private static void assertLargeTargets(Page page) {
        Object small = page.evaluate(
                """
                () => [...document.querySelectorAll('button, a.row, textarea, input')]
                    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.message, .skip'))
                    .map(one => [one, one.getBoundingClientRect()])
                    .filter(([, box]) => box.right > 0 && box.left < innerWidth && (box.width < 44 || box.height < 44))
                    .map(([one, box]) => `${one.className || one.id} ${box.width}x${box.height}`)""");
        assertThat((List<?>) small).as("targets under 44 px").isEmpty();
    }

    @Test
    @Tag("M22")
    void aPhoneOnItsSideAndALargeZoomScrollNothingSideways() {
        ben.send(ben.openConversationWith(anna), "word ".repeat(80));
        Visitor a = visitor(anna.credentials(), Device.PHONE_ON_ITS_SIDE).choose(ben.name());
        assertThat(a.composer()).isInViewport();
        assertThat((boolean) a.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        Visitor zoomed = visitor(anna).choose(ben.name());
        // 400 % of 1280 by 1024.
        zoomed.page.setViewportSize(320, 256);
        assertThat(zoomed.composer()).isInViewport();
        assertThat((boolean) zoomed.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    @Test
    @Tag("M23")
    void theThemeFollowsTheSystemUntilItIsChosen() {
        Visitor a = visitor(anna);
        Locator root = a.page.locator("html");
        assertThat(root).hasAttribute("data-theme", "light");
        a.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(root).hasAttribute("data-theme", "dark");
        a.page.keyboard().press("Control+,");
        a.page.locator("[data-section=appearance]").click();
        a.page.locator("cx-settings").getByLabel("Light").check();
        assertThat(root).hasAttribute("data-theme", "light");
        a.page.addInitScript(
                """
                window.themes = new Set();
                (function look() {
                    const { theme } = document.documentElement?.dataset ?? {};
                    if (document.body) window.themes.add(theme);
                    if (window.themes.size < 3) requestAnimationFrame(look);
                })();""");
        a.page.reload();
        a.awaitList();
        assertThat(a.page.evaluate("[...window.themes]")).isEqualTo(List.of("light"));
        assertThat(a.page.locator("meta[name=theme-color]")).hasAttribute("content", "#F5F0E6");
    }
}
