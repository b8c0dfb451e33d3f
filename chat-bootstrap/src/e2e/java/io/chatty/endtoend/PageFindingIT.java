package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding somebody by address, where everybody is listed and where nobody is. */
class PageFindingIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");

    @Test
    @Tag("M21")
    void anAddressIsLookedUpOnceItIsWanted() {
        Visitor a = visitor(anna);
        List<String> asked = new CopyOnWriteArrayList<>();
        a.page.onRequest(request -> asked.add(request.url()));
        a.page.keyboard().press("Control+k");
        a.page.keyboard().type("nobody@example.invalid");
        assertThat(a.page.locator(".offer")).hasText("Look up nobody@example.invalid");
        Barriers.assertNone(a.page, "offer of a look-up");
        assertThat(asked).noneMatch(url -> url.endsWith("/users/lookup"));
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator(".people [role=status]")).containsText("Nobody can be found under");
        a.page.locator("cx-switcher input").fill(ben.credentials().email());
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator(".person-row:not(.offer)")).containsText(ben.name());
        a.page.keyboard().press("Enter");
        assertThat(a.page.locator(".chat-head h2")).hasText(ben.name());
        assertThat(asked.stream().filter(url -> url.endsWith("/users/lookup"))).hasSize(2);
    }

    @Test
    void whereNobodyIsListedPeopleAreFoundByAddressAndNobodyRegisters(@TempDir Path data) {
        ChattyPerson carl;
        ChattyPerson dora;
        try (PackagedServer open = PackagedServer.start(data, PackagedServer.freePort())) {
            carl = open.client().register("Carl");
            dora = open.client().register("Dora");
        }
        Map<String, String> closed =
                Map.of("CHATTY_DATA", data.toString(), "CHATTY_REGISTRATION", "closed", "CHATTY_DIRECTORY", "exact");
        try (PackagedServer server = PackagedServer.start(closed, PackagedServer.freePort())) {
            String base = server.client().base().toString();
            Visitor c = stranger(Device.PHONE, ColorScheme.LIGHT, base).go("/");
            c.expectNetworkFailures();
            assertThat(c.page.locator("#auth-submit:enabled")).isVisible();
            assertThat(c.page.locator("#auth-switch")).isHidden();
            c.signIn(carl.credentials());
            c.page.locator(".fab").tap();
            assertThat(c.page.locator("cx-switcher input")).hasAttribute("placeholder", "Type a whole email address");
            assertThat(c.page.locator(".people")).containsText("Nobody is listed here.");
            c.page.locator("cx-switcher input").fill(dora.credentials().email());
            c.page.locator(".offer").tap();
            c.page.locator(".person-row").getByText(dora.name()).tap();
            assertThat(c.page.locator(".chat-head h2")).hasText(dora.name());
            c.write("Found you");
            assertThat(c.message("Found you").locator(".seal.sent")).isVisible();
        }
    }
}
