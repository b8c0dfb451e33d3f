package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who want to hear no more of each other. */
class PageBlocksIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private final String id = ben.openConversationWith(anna);

    PageBlocksIT() {
        ben.send(id, "Hello");
    }

    private static void fromMenu(Visitor visitor, String action) {
        visitor.page.getByLabel("Options of this conversation").click();
        visitor.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    @ParameterizedTest
    @Tag("M21")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aBlockStandsWhereTheFieldWasAndIsTakenBackThere(ColorScheme scheme) {
        Visitor a = stranger(Device.LAPTOP, scheme, base()).signIn(anna.credentials()).choose(ben.name());
        fromMenu(a, "Block");
        assertThat(a.page.locator(".cannot")).containsText("You blocked " + ben.name() + ".");
        assertThat(a.message("Hello")).isVisible();
        Barriers.assertNone(a.page, "blocked conversation");
        a.page.locator(".cannot button").click();
        assertThat(a.composer()).isVisible();
        a.write("Let us talk");
        assertThat(a.message("Let us talk").locator(".seal.sent, .seal.delivered, .seal.read")).isVisible();
    }

    @Test
    @Tag("M27")
    void aBlockHoldsOnEveryDevice() {
        Visitor a = visitor(anna).choose(ben.name());
        Visitor phone = visitor(anna.credentials(), Device.PHONE).choose(ben.name());
        fromMenu(a, "Block");
        assertThat(phone.page.locator(".cannot")).containsText("You blocked");
        phone.page.locator(".cannot button").tap();
        assertThat(a.composer()).isVisible();
    }

    @Test
    @Tag("M3")
    void whoIsBlockedIsToldByARefusalAndKeepsTheText() {
        Visitor b = visitor(ben).choose(anna.name());
        // What goes out waits until all is fetched, so that only the refusal tells this page of the block.
        b.write("One moment");
        assertThat(b.message("One moment").locator(".seal.sent, .seal.delivered, .seal.read"))
                .isVisible();
        anna.rest().put("/api/v1/me/blocks/" + ben.id(), null).expect(204);
        b.write("Are you there?");
        assertThat(b.message("Are you there?").locator(".seal.failed")).isVisible();
        assertThat(b.page.locator(".cannot")).hasText("You cannot write to " + anna.name() + " now.");
        assertThat(b.message("Are you there?")).containsText("You cannot write to this person now.");
        assertThat(anna.history(id)).hasSize(2);
    }

    @Test
    void theListOfBlockedPeopleLetsThemInAgain() {
        Visitor a = visitor(anna).choose(ben.name());
        fromMenu(a, "Block");
        assertThat(a.page.locator(".cannot")).isVisible();
        a.page.keyboard().press("Control+,");
        a.page.locator("[data-section=privacy]").click();
        a.page.getByLabel("Unblock " + ben.name()).click();
        assertThat(a.page.locator(".settings-section")).containsText("You have blocked nobody.");
        a.page.keyboard().press("Escape");
        assertThat(a.composer()).isVisible();
    }
}
