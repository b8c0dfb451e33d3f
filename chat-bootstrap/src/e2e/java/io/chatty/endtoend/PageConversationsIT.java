package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of conversations as its owner arranges it, and what it says after an absence. */
class PageConversationsIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private final ChattyPerson carl = person("Carl");

    private static Locator item(Visitor visitor, String words) {
        return visitor.page
                .getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private void choose(Visitor visitor, String name, String words) {
        visitor.row(name).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        item(visitor, words).click();
    }

    @Test
    @Tag("M27")
    void isPinnedMutedMarkedAndArchivedOnEveryDevice() {
        String withBen = ben.openConversationWith(anna);
        ben.send(withBen, "From Ben");
        carl.send(carl.openConversationWith(anna), "From Carl");
        Visitor laptop = visitor(anna);
        Visitor phone = visitor(anna.credentials(), Device.PHONE);
        Locator first = phone.page.locator("a.row").first();
        assertThat(first).containsText(carl.name());

        choose(laptop, ben.name(), "Pin");
        assertThat(first).containsText(ben.name());
        assertThat(first).hasAttribute("aria-label", Pattern.compile(".*pinned.*"));
        choose(laptop, ben.name(), "Mute");
        assertThat(first).hasAttribute("aria-label", Pattern.compile(".*muted.*"));
        assertThat(laptop.page).hasTitle("(1) Chatty");
        choose(laptop, ben.name(), "Mark as read");
        assertThat(phone.row(ben.name()).locator(".count")).hasCount(0);
        choose(laptop, ben.name(), "Mark as unread");
        assertThat(phone.row(ben.name()).locator(".count.marked")).isVisible();
        laptop.choose(ben.name());
        assertThat(phone.row(ben.name()).locator(".count")).hasCount(0);

        choose(laptop, ben.name(), "Unmute");
        choose(laptop, ben.name(), "Archive");
        assertThat(phone.row(ben.name())).hasCount(0);
        phone.page.getByLabel("More").tap();
        item(phone, "Archived").tap();
        assertThat(phone.row(ben.name())).isVisible();
        phone.page.getByLabel("All conversations").tap();
        ben.send(withBen, "Still there?");
        assertThat(phone.row(ben.name())).containsText("Still there?");
        assertThat(laptop.row(ben.name())).hasCount(1);
    }

    @Test
    @Tag("M21")
    void theMenuAndTheArchiveHaveNoBarriers() {
        ben.send(ben.openConversationWith(anna), "From Ben");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.DARK, base()).signIn(anna.credentials());
        choose(a, ben.name(), "Pin");
        assertThat(a.row(ben.name())).hasAttribute("aria-label", Pattern.compile(".*pinned.*"));
        Barriers.assertNone(a.page, "pinned");
        a.row(ben.name()).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        Barriers.assertNone(a.page, "menu of a conversation");
        item(a, "Archive").click();
        assertThat(a.page.locator("cx-sidebar .empty h2")).hasText("No letters yet.");
        a.page.getByLabel("More").click();
        item(a, "Archived").click();
        assertThat(a.row(ben.name())).isVisible();
        Barriers.assertNone(a.page, "archive");
    }

    @Test
    @Tag("M14")
    @Tag("M15")
    @Tag("M20")
    void whatChangedDuringAnAbsenceIsThereAfterIt() {
        String withBen = ben.openConversationWith(anna);
        List.of("One", "Two", "Three").forEach(text -> ben.send(withBen, text));
        String withCarl = carl.openConversationWith(anna);
        carl.send(withCarl, "Hello");
        try (Line line = new Line(server().client().base().getPort())) {
            Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, "http://localhost:" + line.port());
            a.expectNetworkFailures();
            a.signIn(anna.credentials()).choose(ben.name());
            assertThat(a.message("Three")).isVisible();
            line.cut();
            assertThat(a.strip()).isVisible();
            String path = "/api/v1/conversations/" + withBen + "/messages/";
            ben.rest().patch(path + 1, JsonObject.of("text", "Won")).expect(200);
            ben.rest().delete(path + 2).expect(204);
            ben.rest().put(path + "3/reactions/%F0%9F%91%8D", JsonObject.of()).expect(200);
            for (int i = 1; i <= 9; i++) {
                ben.send(withBen, "New " + i);
            }
            for (int i = 1; i <= 3; i++) {
                carl.send(withCarl, "News " + i);
            }
            line.mend();
            assertThat(a.strip()).hasText(Pattern.compile("\\s*Up to date, 12 new in 2 conversations\\s*"));
            assertThat(a.message("New 9")).isVisible();
            assertThat(a.texts().subList(0, 3)).containsExactly("Won", "Message deleted", "Three");
            assertThat(a.message("Three").locator(".chip")).hasCount(1);
            assertThat(a.row(carl.name()).locator(".count")).hasText("4");
        }
    }

    @Test
    @Tag("M14")
    void aBrowserThatGetsNoSocketTalksAllTheSame() {
        String withBen = ben.openConversationWith(anna);
        ben.send(withBen, "Hello");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.expectNetworkFailures();
        a.page.routeWebSocket(Pattern.compile("/ws$"), socket -> socket.close());
        a.signIn(anna.credentials()).choose(ben.name());
        a.write("Through the wall");
        assertThat(a.message("Through the wall").locator(".seal.sent, .seal.delivered"))
                .isVisible();
        ben.send(withBen, "And back");
        assertThat(a.message("And back")).isVisible();
        assertThat(a.strip()).hasCount(0);
        ben.rest()
                .patch("/api/v1/conversations/" + withBen + "/messages/3", JsonObject.of("text", "And edited"))
                .expect(200);
        assertThat(a.message("And edited")).isVisible();
    }
}
