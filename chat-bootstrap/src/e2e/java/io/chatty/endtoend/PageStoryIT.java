package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Credentials;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people find each other and talk; one person has several tabs. */
class PageStoryIT extends PageStage {

    @Test
    @Tag("M2")
    @Tag("M16")
    @Tag("M25")
    void twoStrangersRegisterFindEachOtherAndTalk() {
        Credentials anna = Credentials.invent("Anna");
        Credentials ben = Credentials.invent("Ben");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).register(anna);
        Visitor b = stranger(Device.LAPTOP, ColorScheme.DARK, base()).register(ben);
        assertThat(a.page.locator("cx-sidebar .empty h2")).hasText("No letters yet.");

        a.find(ben.name());
        assertThat(a.page.locator(".greeting")).hasText("Dear Ben,");
        assertThat(a.composer()).isFocused();
        a.write("Did the seal arrive?");
        assertThat(a.composer()).isFocused();
        assertThat(a.composer()).hasValue("");

        assertThat(b.row(anna.name()).locator(".count")).hasText("1");
        assertThat(b.page).hasTitle("(1) Chatty");
        assertThat(b.page.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("favicon-unread"));
        assertThat(a.message("Did the seal").locator(".seal.delivered")).isVisible();

        b.choose(anna.name());
        assertThat(b.page).hasTitle(anna.name() + " - Chatty");
        assertThat(b.page.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("favicon\\."));
        assertThat(a.message("Did the seal").locator(".seal.read")).isVisible();
        assertThat(a.message("Did the seal").locator(".below")).hasText(Pattern.compile("Read \\d\\d:\\d\\d"));

        b.composer().pressSequentially("It did");
        assertThat(a.page.locator(".typing")).hasText(ben.name() + " is writing...");
        b.composer().press("Enter");
        assertThat(a.message("It did")).isVisible();
        assertThat(a.page.locator(".typing")).hasText("");
        assertThat(a.page.locator(".chat-head .presence")).hasText("online");

        a.page.reload();
        assertThat(a.message("It did")).isVisible();
        assertThat(a.texts()).containsExactly("Did the seal arrive?", "It did");
    }

    @Test
    @Tag("M26")
    @Tag("M27")
    void signingOutLeavesNothingBehindInAnyTab() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        ben.send(id, "Keep this secret");
        Visitor a = visitor(anna).choose(ben.name());
        a.composer().fill("A draft");
        Visitor other = tabOf(a).go("/c/" + id);
        assertThat(other.message("Keep this secret")).isVisible();

        a.page.getByLabel("More").click();
        a.page.getByText("Sign out").click();
        assertThat(a.page.locator("#auth-submit")).isVisible();
        assertThat(other.page.locator("#auth-submit"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(1_000));
        assertThat(other.page.getByText("Keep this secret")).hasCount(0);
        assertThat(a.page.locator("#auth-password")).hasValue("");
        assertThat(a.page.evaluate("Object.keys(localStorage)")).isEqualTo(List.of());
        assertThat(a.page.context().cookies()).isEmpty();
        a.page.goBack();
        a.page.reload();
        assertThat(a.page.locator("#auth-submit")).isVisible();
        assertThat(a.page.getByText("Keep this secret")).hasCount(0);
    }

    @Test
    @Tag("M4")
    @Tag("M27")
    void tabsOfOnePersonAgree() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        ben.send(id, "Hello");
        Visitor first = visitor(anna);
        Visitor second = tabOf(first).go("/").awaitList();
        assertThat(second.page).hasTitle("(1) Chatty");

        first.choose(ben.name());
        assertThat(second.page).hasTitle("Chatty");
        second.choose(ben.name());
        for (int i = 0; i < 5; i++) {
            first.write("first " + i);
            second.write("second " + i);
        }
        assertThat(first.messages()).hasCount(11);
        assertThat(second.messages()).hasCount(11);
        assertThat(first.page.locator(".seal.pending")).hasCount(0);
        assertThat(first.texts()).isEqualTo(second.texts());
        assertThat(anna.history(id).stream().map(one -> one.string("text")))
                .containsExactlyElementsOf(first.texts());

        first.hide();
        second.composer().fill("Begun in one tab");
        assertThat(first.composer()).hasValue("Begun in one tab");
    }

    @Test
    @Tag("M8")
    void aHiddenTabMarksNothingAsRead() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        ben.send(id, "Hello");
        anna.report(id, 1L, 1L);
        Visitor a = visitor(anna).choose(ben.name());
        try (ChattySession session = ben.connect()) {
            a.hide();
            ben.send(id, "Are you there?");
            assertThat(a.message("Are you there?")).isVisible();
            session.awaitEvent("receipts.updated", "deliveredSeq", 2L);
            assertThat(a.page).hasTitle(Pattern.compile("^\\(1\\) "));
            // Longer than a row has to be in view to be read.
            a.page.waitForTimeout(1_200);
            assertThat(anna.conversation(id).number("me.readSeq")).isEqualTo(1);

            a.show();
            session.awaitEvent("receipts.updated", "readSeq", 2L);
            assertThat(a.page).hasTitle(ben.name() + " - Chatty");
        }
    }

    @Test
    @Tag("M11")
    void draftsOutliveAReloadAndStandInTheList() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        ChattyPerson carl = person("Carl");
        ben.send(ben.openConversationWith(anna), "Hello from Ben");
        carl.send(carl.openConversationWith(anna), "Hello from Carl");
        Visitor a = visitor(anna).choose(ben.name());
        a.composer().fill("About the summer");

        a.choose(carl.name());
        assertThat(a.composer()).hasValue("");
        assertThat(a.row(ben.name()).locator(".row-line")).hasText(Pattern.compile("Draft:\\s*About the summer"));
        a.page.reload();
        assertThat(a.row(ben.name()).locator(".row-line")).hasText(Pattern.compile("Draft:\\s*About the summer"));
        a.choose(ben.name());
        assertThat(a.composer()).hasValue("About the summer");
        a.composer().fill("");
        a.choose(carl.name());
        assertThat(a.row(ben.name()).locator(".row-line")).hasText("Hello from Ben");
    }

    @Test
    @Tag("M12")
    void typingEndsByItself() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        ben.send(id, "Hello");
        Visitor a = visitor(anna).choose(ben.name());
        Locator line = a.page.locator(".typing");
        try (ChattySession session = ben.connect()) {
            session.typing(id, true);
            assertThat(line).hasText(ben.name() + " is writing...");
            assertThat(a.row(ben.name()).locator(".row-line")).hasText("is writing...");
            // Nothing tells that it is over.
            assertThat(line).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(10_000));

            session.typing(id, true);
            assertThat(line).hasText(ben.name() + " is writing...");
            session.send(id, "Here it is");
            assertThat(a.message("Here it is")).isVisible();
            assertThat(line).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(1_000));
        }
    }

    @Test
    @Tag("M13")
    void showsWhoIsThere() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        ben.send(ben.openConversationWith(anna), "Hello");
        Visitor b = visitor(ben);
        Visitor a = visitor(anna).choose(ben.name());
        Locator presence = a.page.locator(".chat-head .presence");
        assertThat(presence).hasText("online");
        assertThat(a.row(ben.name()).locator(".dot.online")).isVisible();
        b.page.close();
        // Ten seconds of grace: a reload is no absence.
        assertThat(presence)
                .hasText(Pattern.compile("last seen \\d\\d:\\d\\d"), new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    @Test
    @Tag("M25")
    void eachPaneSaysWhatFailedAndTriesAgain() {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        ben.send(ben.openConversationWith(anna), "Hello");
        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.expectNetworkFailures();
        Pattern lists = Pattern.compile("/api/v1/conversations\\?");
        a.page.route(lists, Route::abort);
        // A connection, or the requests in its place, would bring what the request does not.
        a.page.routeWebSocket(Pattern.compile("/ws$"), WebSocketRoute::close);
        a.page.route(Pattern.compile("/api/v1/me$"), Route::abort);
        a.signIn(anna.credentials());
        assertThat(a.page.locator("cx-sidebar .empty h2")).hasText("Could not load your conversations.");
        a.page.unroute(lists);
        a.page.locator("cx-sidebar .empty button").click();

        Pattern histories = Pattern.compile("/messages(\\?|$)");
        a.page.route(histories, Route::abort);
        a.row(ben.name()).click();
        assertThat(a.page.locator("main .empty h2")).hasText("Messages could not be loaded.");
        a.page.unroute(histories);
        a.page.locator("main .empty button").click();
        assertThat(a.message("Hello")).isVisible();

        Pattern people = Pattern.compile("/api/v1/users");
        a.page.route(people, Route::abort);
        a.page.keyboard().press("Control+k");
        assertThat(a.page.locator("cx-switcher .empty")).hasText("Search needs a connection");
    }
}
