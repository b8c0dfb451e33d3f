package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.JsonObject;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a message after it was sent: edited, deleted, reacted to, answered. */
class PageChangesIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private String id = "";

    @BeforeEach
    void open() {
        id = ben.openConversationWith(anna);
    }

    private String path(long seq) {
        return "/api/v1/conversations/" + id + "/messages/" + seq;
    }

    @Test
    @Tag("M20")
    void editsAndDeletionsLiveOnTheOtherSide() {
        ben.send(id, "Hello");
        Visitor a = visitor(anna).choose(ben.name());
        Visitor b = visitor(ben).choose(anna.name());
        a.write("Se you at three");
        assertThat(b.message("Se you at three")).isVisible();
        a.composer().press("ArrowUp");
        assertThat(a.page.locator(".composer-context")).containsText("Edit message");
        assertThat(a.composer()).hasValue("Se you at three");
        a.write("See you at three");
        assertThat(b.message("See you at three").locator(".meta")).containsText("edited");
        assertThat(a.message("See you at three").locator(".meta")).containsText("edited");
        assertThat(a.page.locator(".composer-context")).hasCount(0);
        assertThat(a.composer()).hasValue("");

        a.message("See you").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        a.page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("Delete"))
                .click();
        a.page.locator("cx-confirm .danger").click();
        assertThat(a.message("Message deleted")).isVisible();
        assertThat(b.message("Message deleted")).isVisible();
        assertThat(b.page.getByText("See you at three")).hasCount(0);
        assertThat(b.row(anna.name())).containsText("Message deleted");
        b.page.reload();
        assertThat(b.message("Message deleted")).isVisible();
    }

    @Test
    @Tag("M11")
    @Tag("M20")
    void anEditThatIsCancelledLeavesTheDraft() {
        ben.send(id, "Hello");
        anna.send(id, "Sent before");
        Visitor a = visitor(anna).choose(ben.name());
        a.composer().fill("Half a thought");
        a.message("Sent before").focus();
        a.page.keyboard().press("e");
        assertThat(a.composer()).isFocused();
        assertThat(a.composer()).hasValue("Sent before");
        a.composer().fill("Never said");
        a.page.keyboard().press("Escape");
        assertThat(a.composer()).hasValue("Half a thought");
        assertThat(a.message("Sent before")).isVisible();
    }

    @Test
    @Tag("M9")
    @Tag("M20")
    void reactionsAreCountedAndNobodyIsMoved() {
        for (int i = 1; i <= 40; i++) {
            ben.send(id, "Line " + i);
        }
        anna.report(id, 40L, 40L);
        Visitor a = visitor(anna).choose(ben.name());
        Visitor b = visitor(ben).choose(anna.name());
        b.message("Line 40").locator(".bubble").dblclick();
        assertThat(a.page.locator(".chip")).hasText(Pattern.compile("👍\\s*1"));
        assertThat(a.message("Line 40")).isInViewport();
        a.page.locator(".chip").click();
        assertThat(b.page.locator(".chip")).hasText(Pattern.compile("👍\\s*2"));
        assertThat(b.page.locator(".chip")).hasAttribute("title", Pattern.compile(".*You.*"));
        assertThat(b.page.locator(".chip")).hasAttribute("title", Pattern.compile(".*" + anna.name() + ".*"));
        assertThat(b.page.locator(".chip")).hasAttribute("aria-pressed", "true");

        a.message("Line 38").hover();
        a.message("Line 38").locator(".row-bar").getByLabel("React").click();
        a.page.keyboard().press("ArrowRight");
        a.page.keyboard().press("Enter");
        assertThat(b.message("Line 38").locator(".chip")).hasText(Pattern.compile("❤️\\s*1"));

        a.page.locator(".log").hover();
        a.page.mouse().wheel(0, -600);
        Locator anchor = a.message("Line 20");
        assertThat(anchor).isInViewport();
        settled(a);
        double before = box(anchor).y;
        ben.rest()
                .put(path(10) + "/reactions/%F0%9F%8E%89", JsonObject.of())
                .expect(200);
        assertThat(a.message("Line 10").locator(".chip")).hasCount(1);
        assertThat(box(anchor).y).isEqualTo(before, within(1.0));
    }

    @Test
    @Tag("M20")
    void aReplyQuotesAndLeadsToWhatItAnswers() {
        ben.send(id, "The first of all");
        for (int i = 2; i <= 150; i++) {
            ben.send(id, "Line " + i);
        }
        anna.report(id, 150L, 150L);
        JsonObject body = JsonObject.of("clientMessageId", "far", "text", "About the first", "replyTo", 1);
        ben.rest().post("/api/v1/conversations/" + id + "/messages", body).expect(201);
        Visitor a = visitor(anna).choose(ben.name());
        Locator quote = a.message("About the first").locator(".quote");
        assertThat(quote).hasText(Pattern.compile(ben.name() + ".*The first of all"));
        quote.click();
        assertThat(a.messages().filter(new Locator.FilterOptions().setHasText("The first of all")).first())
                .isFocused();
        a.page.locator("button.jump").click();
        assertThat(a.message("About the first")).isInViewport();

        a.message("Line 150").focus();
        a.page.keyboard().press("r");
        assertThat(a.page.locator(".composer-context")).containsText("Line 150");
        a.page.keyboard().type("Yes");
        a.page.keyboard().press("Enter");
        assertThat(a.message("Yes").locator(".quote")).hasText(Pattern.compile(ben.name() + ".*Line 150"));
        assertThat(a.page.locator(".composer-context")).hasCount(0);
        assertThat(a.message("Yes").locator(".seal.sent, .seal.delivered")).isVisible();
        assertThat(ben.message(id, 152).number("replyTo")).isEqualTo(150);
    }

    @Test
    @Tag("M5")
    @Tag("M7")
    @Tag("M20")
    void changesMoveNeitherGroupsNorTheUnreadLine() {
        for (int i = 1; i <= 30; i++) {
            ben.send(id, "Line " + i);
        }
        anna.report(id, 25L, 30L);
        Visitor a = visitor(anna).choose(ben.name());
        Locator line = a.page.locator("#unread");
        assertThat(line).hasText("5 new");
        ben.rest().patch(path(27), JsonObject.of("text", "Better")).expect(200);
        ben.rest().delete(path(28)).expect(204);
        assertThat(a.message("Better").locator(".meta")).containsText("edited");
        assertThat(a.message("Message deleted")).hasClass(Pattern.compile("\\bmiddle\\b"));
        assertThat(line).hasText("5 new");
        assertThat(a.page.locator("#unread ~ ol li").first()).hasAttribute("data-seq", "26");
    }

    @Test
    @Tag("M20")
    void theDetailsSayWhenItWasSentDeliveredReadAndEdited() {
        ben.send(id, "Hello");
        Visitor a = visitor(anna).choose(ben.name());
        a.write("When was it read?");
        Visitor b = visitor(ben).choose(anna.name());
        assertThat(a.message("When was").locator(".seal.read")).isVisible();
        a.composer().press("ArrowUp");
        a.write("When exactly was it read?");
        assertThat(a.message("When exactly").locator(".meta")).containsText("edited");
        a.message("When exactly").focus();
        a.page.keyboard().press("Enter");
        a.page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("Details"))
                .click();
        Locator details = a.page.locator("cx-details dl");
        for (String word : new String[] {"Sent", "Delivered", "Read", "Edited"}) {
            assertThat(details).containsText(Pattern.compile(word + "\\s*Today, \\d\\d:\\d\\d"));
        }
        a.page.keyboard().press("Escape");
        assertThat(a.message("When exactly")).isFocused();
        assertThat(b.message("When exactly")).isVisible();
    }

    @ParameterizedTest
    @Tag("M21")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void changesHaveNoBarriersAndNeedNoMouse(ColorScheme scheme) {
        ben.send(id, "Read me");
        anna.send(id, "Mine");
        Visitor a = stranger(Device.LAPTOP, scheme, base()).signIn(anna.credentials()).choose(ben.name());
        Keyboard keys = a.page.keyboard();
        a.message("Read me").focus();
        keys.press("+");
        Barriers.assertNone(a.page, "choice of reactions");
        keys.press("Enter");
        assertThat(a.message("Read me")).hasAttribute("aria-label", Pattern.compile(".*👍 1: You"));
        assertThat(a.message("Read me")).isFocused();
        keys.press("r");
        keys.type("Read it");
        Barriers.assertNone(a.page, "reply, reactions");
        keys.press("Enter");
        assertThat(a.message("Read it").locator(".seal.sent")).isVisible();
        assertThat(a.message("Read it"))
                .hasAttribute("aria-label", Pattern.compile(".*in reply to " + ben.name() + ": Read me.*"));
        a.message("Mine").focus();
        keys.press("Delete");
        assertThat(a.page.locator("cx-confirm .danger")).isFocused();
        Barriers.assertNone(a.page, "question before a deletion");
        keys.press("Enter");
        assertThat(a.message("Message deleted")).isFocused();
        Barriers.assertNone(a.page, "tombstone, quote");
    }

    @Test
    @Tag("M22")
    void aLongPressOpensTheMenuOnAPhone() {
        ben.send(id, "Press me");
        Visitor a = visitor(anna.credentials(), Device.PHONE).choose(ben.name());
        a.message("Press me").locator(".bubble").dispatchEvent("contextmenu");
        Locator reply = a.page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("Reply"));
        assertThat(reply).isVisible();
        assertThat(box(reply).height).isGreaterThanOrEqualTo(44);
        reply.tap();
        assertThat(a.page.locator(".composer-context")).containsText("Press me");
        assertThat(a.composer()).isInViewport();
    }

    @Test
    @Tag("M24")
    void quotesAndReactionsFollowTheDirectionOfTheirWords() {
        ben.send(id, "مرحبا، كيف الحال؟");
        Visitor a = visitor(anna).choose(ben.name());
        a.page.evaluate("document.documentElement.dir = 'rtl'");
        a.message("مرحبا").focus();
        a.page.keyboard().press("r");
        a.page.keyboard().type("Fine");
        a.page.keyboard().press("Enter");
        assertThat(a.message("Fine").locator(".seal.sent")).isVisible();
        assertThat(a.message("Fine").locator(".quote span")).hasCSS("direction", "rtl");
        a.message("Fine").hover();
        assertThat(a.message("Fine").locator(".row-bar")).isInViewport();
        assertThat((boolean) a.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    /** Two frames: what was asked for is laid out. */
    private static void settled(Visitor visitor) {
        visitor.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static BoundingBox box(Locator locator) {
        return Objects.requireNonNull(locator.boundingBox());
    }
}
