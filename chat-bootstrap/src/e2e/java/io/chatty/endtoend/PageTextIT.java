package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write, and how it is shown. */
class PageTextIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private String id = "";

    @BeforeEach
    void open() {
        id = ben.openConversationWith(anna);
    }

    @Test
    @Tag("M17")
    void enterSendsAndShiftEnterBreaks() {
        Visitor a = visitor(anna).find(ben.name());
        double oneLine = height(a.composer());
        a.composer().pressSequentially("First line");
        a.composer().press("Shift+Enter");
        a.composer().pressSequentially("second line");
        assertThat(a.composer()).hasValue("First line\nsecond line");
        assertThat(height(a.composer())).isGreaterThan(oneLine + 10);
        a.composer().fill("line\n".repeat(30));
        double full = height(a.composer());
        a.composer().fill("line\n".repeat(60));
        assertThat(height(a.composer())).as("no more than eight lines").isEqualTo(full).isLessThan(260);
        a.composer().fill("First line\nsecond line");
        a.composer().press("Enter");
        assertThat(a.message("second line").locator(".seal.sent")).isVisible();
        assertThat(a.texts()).containsExactly("First line\nsecond line");
        assertThat(height(a.composer())).isEqualTo(oneLine);
        a.composer().fill("   \n ");
        a.composer().press("Enter");
        assertThat(a.messages()).hasCount(1);
    }

    @Test
    @Tag("M17")
    void enterThatBelongsToAnInputMethodSendsNothing() {
        Visitor a = visitor(anna).find(ben.name());
        a.composer().fill("にほん");
        for (String press : List.of("isComposing: true", "keyCode: 229")) {
            a.composer()
                    .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true,"
                            + " cancelable: true, " + press + " }))");
            assertThat(a.composer()).hasValue("にほん");
        }
        assertThat(a.messages()).hasCount(0);
        a.composer().press("Enter");
        assertThat(a.message("にほん").locator(".seal.sent")).isVisible();
    }

    @Test
    @Tag("M17")
    void countsWhatIsLeftNearTheLimit() {
        Visitor a = visitor(anna).find(ben.name());
        Locator note = a.page.locator("#composer-note");
        a.composer().fill("x".repeat(3_600));
        assertThat(note).isHidden();
        a.composer().fill("x".repeat(3_990));
        assertThat(note).hasText("10 left");
        a.composer().fill("x".repeat(4_002));
        assertThat(note).hasText("2 too many");
        a.composer().press("Enter");
        assertThat(a.composer()).hasValue("x".repeat(4_002));
        a.composer().fill("😀".repeat(4_000));
        assertThat(note).hasText("0 left");
        a.composer().press("Enter");
        assertThat(a.messages().locator(".seal.sent")).isVisible();
    }

    @Test
    @Tag("M18")
    void linksAreLinksAndNothingElseIs() {
        ben.send(id, "See https://example.org/a?b=1, (http://b.example.org) or mailto:ben@example.org.");
        ben.send(id, "Not javascript:alert(1), data:text/html,x or file:///etc/passwd");
        ben.send(id, "Look-alike https://аррӏе.com/login");
        Visitor a = visitor(anna).choose(ben.name());
        Locator links = a.message("See ").locator("a");
        assertThat(links).hasText(new String[] {"https://example.org/a?b=1", "http://b.example.org", "mailto:ben@example.org"});
        for (Locator link : links.all()) {
            assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
            assertThat(link).hasAttribute("target", "_blank");
        }
        assertThat(a.message("Not javascript").locator("a")).hasCount(0);
        assertThat(a.message("Look-alike").locator("a")).hasText(Pattern.compile("xn--"));
    }

    @Test
    @Tag("M19")
    void fewEmojiAloneAreLarge() {
        ben.send(id, "👨‍👩‍👧‍👦🇩🇪👍🏽");
        ben.send(id, "👍👍👍👍");
        ben.send(id, "Fine 👍");
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.message("👨‍👩‍👧‍👦").locator(".bubble.jumbo .emoji")).hasCount(3);
        assertThat(a.message("👍👍👍👍").locator(".jumbo")).hasCount(0);
        assertThat(a.message("Fine").locator(".jumbo")).hasCount(0);
    }

    @ParameterizedTest
    @Tag("M24")
    @ValueSource(
            strings = {
                "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script>",
                "\"><svg onload=alert(1)> ${7*7} {{7*7}} <!-- ",
                "evil \u202Egnp.exe\u202C and \u2066isolated without an end",
                "zero\u200Bwidth\u200D\u2060\uFEFFjoin",
                "[click](javascript:alert(1)) `code` **bold** ~~gone~~ # no heading"
            })
    void hostileWordsAreWords(String words) {
        ben.send(id, words);
        ben.send(id, "Behind it");
        Visitor a = visitor(anna);
        a.row(ben.name()).click();
        assertThat(a.message("Behind it")).isVisible();
        assertThat(a.page.locator("li.message img, li.message script, .row img, .row script")).hasCount(0);
        assertThat(a.page.locator("li.message svg:not(.seal):not([aria-hidden])")).hasCount(0);
        assertThat(a.page.locator("li.message a")).hasCount(0);
        assertThat(a.page).hasTitle(ben.name() + " - Chatty");
        assertThat((int) a.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1280);
        assertThat(a.message("Behind it").locator(".bubble > .text"))
                .hasCSS("direction", "ltr");
    }

    @Test
    void towersOfMarksAndWordsWithoutEndStayInTheirPlace() {
        ben.send(id, "Z" + "\u0301\u0323\u0489".repeat(1_200));
        ben.send(id, "A".repeat(4_000));
        ben.send(id, "Behind it");
        anna.report(id, 3L, 3L);
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.message("Behind it")).isInViewport();
        assertThat(a.page.evaluate(
                        "() => [...document.querySelectorAll('li.message')].every(row =>"
                                + " row.scrollWidth <= row.clientWidth + 1)"))
                .isEqualTo(true);
        // The tower may not cover its neighbours: what stands at the place of a row is that row.
        assertThat(a.page.evaluate(
                        """
                        () => {
                            const text = [...document.querySelectorAll('li.message')].at(-1).querySelector('.text');
                            const { left, top } = text.getBoundingClientRect();
                            return document.elementFromPoint(left + 5, top + 5) === text;
                        }"""))
                .isEqualTo(true);
    }

    @Test
    void hostileNamesAreNames() {
        String suffix = ben.name().substring(4);
        Credentials eve = new Credentials(
                "<b>Eve</b>&amp; " + suffix, "eve." + suffix + "@example.org", "violet submarine " + suffix);
        Credentials tower = new Credentials(
                "Z" + "\u0301\u0323".repeat(20) + " " + suffix,
                "tower." + suffix + "@example.org",
                "violet submarine " + suffix);
        Visitor e = stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).register(eve);
        stranger(Device.LAPTOP, ColorScheme.LIGHT, base()).register(tower).find(eve.name()).write("From a tower");
        e.find(ben.name()).write("Hello");
        Visitor b = visitor(ben);
        assertThat(b.row(eve.name()).locator(".row-name")).hasText(eve.name());
        b.choose(eve.name());
        assertThat(b.page).hasTitle(eve.name() + " - Chatty");
        assertThat(b.page.locator("b")).hasCount(0);
        assertThat(e.row(suffix).first()).isVisible();
        assertThat((int) e.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1280);
    }

    @Test
    @Tag("M24")
    void arabicRunsFromTheRightAndTheWholePageCan() {
        ben.send(id, "مرحبا، كيف حالك؟");
        anna.send(id, "Fine, thank you");
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.message("مرحبا").locator(".bubble > .text")).hasCSS("direction", "rtl");
        assertThat(a.message("Fine").locator(".bubble > .text")).hasCSS("direction", "ltr");
        a.page.evaluate("document.documentElement.dir = 'rtl'");
        assertThat((int) a.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1280);
        double list = a.page.locator(".pane-list").boundingBox().x;
        double chat = a.page.locator(".pane-chat").boundingBox().x;
        assertThat(list).isGreaterThan(chat);
        double own = a.message("Fine").locator(".bubble").boundingBox().x;
        double theirs = a.message("مرحبا").locator(".bubble").boundingBox().x;
        assertThat(own).isLessThan(theirs);
    }

    @Test
    void everythingWorksOnPlainHttpUnderAnotherName() {
        String address = "http://" + Chromium.OTHER_HOST + ":" + server().client().base().getPort();
        Credentials carl = Credentials.invent("Carl");
        Visitor c = stranger(Device.LAPTOP, ColorScheme.LIGHT, address);
        c.register(carl);
        assertThat(c.page.evaluate("isSecureContext")).isEqualTo(false);
        c.find(ben.name()).write("From next door");
        assertThat(c.message("From next door").locator(".seal.sent")).isVisible();
        JsonObject row = ben.conversations().get(0);
        ben.send(row.string("id"), "Come in");
        assertThat(c.message("Come in")).isVisible();
        c.message("Come in").focus();
        c.page.keyboard().press("c");
        Visitor tab = tabOf(c);
        tab.go("/").awaitList().choose(ben.name()).write("Two tabs");
        assertThat(c.message("Two tabs").locator(".seal.sent")).isVisible();
        c.page.reload();
        assertThat(c.message("Two tabs")).isVisible();
    }

    private static double height(Locator locator) {
        return locator.boundingBox().height;
    }
}
