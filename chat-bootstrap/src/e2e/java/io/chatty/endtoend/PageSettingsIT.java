package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Credentials;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do with their account on the page: name, privacy, devices, password, deletion, what lies on the device. */
class PageSettingsIT extends PageStage {

    private static final List<String> SECTIONS =
            List.of("profile", "privacy", "devices", "account", "appearance", "data");

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");

    private static Locator button(Visitor visitor, String name) {
        return visitor.page
                .locator("cx-settings")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Visitor inSettings(Visitor visitor, String section) {
        visitor.page.keyboard().press("Control+,");
        visitor.page.locator("[data-section=" + section + "]").click();
        return visitor;
    }

    @ParameterizedTest
    @Tag("M21")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noSectionHasABarrierThatAMachineCanFind(ColorScheme scheme) {
        ben.send(ben.openConversationWith(anna), "Hello");
        anna.rest().put("/api/v1/me/blocks/" + ben.id(), null).expect(204);
        for (Device device : List.of(Device.LAPTOP, Device.SMALL_PHONE)) {
            Visitor a = stranger(device, scheme, base()).signIn(anna.credentials());
            a.page.locator("[aria-haspopup=menu]").first().click();
            a.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Settings"))
                    .click();
            for (String section : SECTIONS) {
                a.page.locator("[data-section=" + section + "]").click();
                assertThat(a.page.locator("#settings-heading")).isVisible();
                assertThat(a.page.locator(".settings-section .bars")).hasCount(0);
                Barriers.assertNone(a.page, section + " on " + device);
                assertThat((boolean) a.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(section + " fits the width")
                        .isTrue();
                if (device == Device.SMALL_PHONE) {
                    a.page.locator(".settings-back").click();
                    assertThat(a.page.locator("[data-section=" + section + "]")).isFocused();
                }
            }
        }
    }

    @Test
    @Tag("M24")
    void readsFromRightToLeft() {
        Visitor a = visitor(anna);
        a.page.evaluate("document.documentElement.dir = 'rtl'");
        inSettings(a, "privacy");
        double nav = a.page.locator(".settings-nav").boundingBox().x;
        double section = a.page.locator(".settings-section").boundingBox().x;
        assertThat(nav).as("the list stands at the right").isGreaterThan(section);
        Locator control = a.page.locator("[name=presence]");
        assertThat(control.boundingBox().x).isLessThan(section + 100);
        Barriers.assertNone(a.page, "privacy from right to left");
    }

    @Test
    void aNewNameIsSeenByEverybodyAtOnce() {
        ben.send(ben.openConversationWith(anna), "Hello");
        Visitor a = visitor(anna);
        Visitor b = visitor(ben).choose(anna.name());
        inSettings(a, "profile");
        a.expectNetworkFailures();
        Locator name = a.page.locator("#profile-name");
        assertThat(name).hasValue(anna.name());
        name.fill(" ");
        name.press("Enter");
        assertThat(a.page.locator("#profile-name-error")).isVisible();
        assertThat(name).isFocused();
        name.fill("Anna Karenina");
        name.press("Enter");
        assertThat(a.page.locator(".done")).hasText("Saved");
        assertThat(a.page.locator(".me strong")).hasText("Anna Karenina");
        assertThat(b.page.locator(".chat-head h2")).hasText("Anna Karenina");
        assertThat(b.row("Anna Karenina")).isVisible();
    }

    @Test
    void whoDoesNotTellOfReadingIsNotShownIt() {
        String id = anna.openConversationWith(ben);
        anna.send(id, "Did you see this?");
        ben.report(id, 1L, 1L);
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.message("Did you see this?").locator(".seal.read")).isVisible();
        inSettings(a, "privacy").page.getByLabel("Read receipts").uncheck();
        a.page.keyboard().press("Escape");
        assertThat(a.message("Did you see this?").locator(".seal.delivered")).isVisible();
        inSettings(a, "privacy").page.getByLabel("Read receipts").check();
        a.page.keyboard().press("Escape");
        assertThat(a.message("Did you see this?").locator(".seal.read")).isVisible();
    }

    @Test
    void whoHidesIsOfflineAndNotFound() {
        Visitor a = visitor(anna);
        inSettings(a, "privacy");
        a.page.locator("[name=presence]").uncheck();
        a.page.locator("[name=discoverable]").uncheck();
        a.page.waitForCondition(() -> ben.directory(anna.name()).isEmpty());
        a.page.reload();
        inSettings(a.awaitList(), "privacy");
        assertThat(a.page.locator("[name=presence]")).not().isChecked();
        assertThat(a.page.locator("[name=discoverable]")).not().isChecked();
        assertThat(a.page.locator("[name=readReceipts]")).isChecked();
    }

    @Test
    @Tag("M27")
    void devicesAreEndedOneByOneOrAllAtOnce() {
        Visitor a = visitor(anna);
        Visitor phone = visitor(anna.credentials(), Device.PHONE);
        phone.expectNetworkFailures();
        inSettings(a, "devices");
        Locator lines = a.page.locator(".lines li");
        assertThat(lines).hasCount(3);
        assertThat(lines.first()).containsText("This browser");
        assertThat(lines.first()).containsText("Chrome on Linux");
        lines.nth(1).getByRole(AriaRole.BUTTON).click();
        assertThat(lines).hasCount(2);
        button(a, "Sign out all others").click();
        assertThat(lines).hasCount(1);
        assertThat(phone.page.locator("cx-sign-in-again dialog")).isVisible();
        assertThat(anna.rest().get("/api/v1/me").status()).isEqualTo(401);
        assertThat(a.page.locator("cx-sign-in-again")).hasCount(0);
    }

    @Test
    void aNewPasswordSignsOutElsewhereOnly() {
        Visitor a = visitor(anna);
        a.expectNetworkFailures();
        inSettings(a, "account");
        Locator current = a.page.getByLabel("Current password");
        Locator next = a.page.getByLabel("New password");
        assertThat(current).hasAttribute("autocomplete", "current-password");
        assertThat(next).hasAttribute("autocomplete", "new-password");
        assertThat(a.page.locator("#password-form [autocomplete=username]"))
                .hasValue(anna.credentials().email());
        current.fill("not the password");
        next.fill("a new one for Anna");
        next.press("Enter");
        assertThat(a.page.locator("#current-password-error")).isVisible();
        assertThat(current).isFocused();
        current.fill(anna.credentials().password());
        next.fill("short");
        next.press("Enter");
        assertThat(a.page.locator("#new-password-error")).hasText("At least 8 characters");
        next.fill("a new one for Anna");
        next.press("Enter");
        assertThat(a.page.locator("#password-form .done")).containsText("Changed");
        assertThat(current).hasValue("");
        assertThat(anna.rest().get("/api/v1/me").status()).isEqualTo(401);
        Credentials changed = new Credentials(anna.name(), anna.credentials().email(), "a new one for Anna");
        visitor(changed, Device.LAPTOP);
    }

    @Test
    void aDeletedAccountIsGoneHereAndForOthers() {
        anna.send(anna.openConversationWith(ben), "Farewell");
        Visitor b = visitor(ben).choose(anna.name());
        Visitor a = visitor(anna);
        a.expectNetworkFailures();
        inSettings(a, "account");
        Locator password = a.page.getByLabel("Your password, to confirm");
        password.fill("not the password");
        password.press("Enter");
        assertThat(a.page.locator("#deletion-password-error")).isVisible();
        password.fill(anna.credentials().password());
        password.press("Enter");
        assertThat(a.page.locator("#auth-email")).isVisible();
        assertThat(a.page.locator("dialog[open]")).hasCount(0);
        assertThat(a.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('chatty.signed-in'))"))
                .isEqualTo(List.of());
        assertThat(b.page.locator(".chat-head h2")).hasText("Deleted account");
        assertThat(b.row("Deleted account").locator(".stamp.hue-none")).isVisible();
        assertThat(b.page.locator(".cannot")).hasText("This account was deleted.");
        assertThat(b.message("Farewell")).isVisible();
    }

    @Test
    @Tag("M11")
    void draftsAreClearedHere() {
        ben.send(ben.openConversationWith(anna), "Hello");
        Visitor a = visitor(anna).choose(ben.name());
        a.composer().fill("Half a letter");
        inSettings(a, "data");
        assertThat(a.page.locator(".lines")).containsText("1 letter you have begun");
        button(a, "Clear drafts").click();
        assertThat(a.page.locator(".done")).hasText("Cleared");
        a.page.keyboard().press("Escape");
        assertThat(a.composer()).hasValue("");
    }
}
