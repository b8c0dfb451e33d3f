package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading: where the view stands, what is new, which day it was. */
class PageReadingIT extends PageStage {

    private final ChattyPerson anna = person("Anna");
    private final ChattyPerson ben = person("Ben");
    private String id = "";

    @BeforeEach
    void open() {
        id = ben.openConversationWith(anna);
    }

    private void benWrites(int count, String words) {
        for (int i = 1; i <= count; i++) {
            ben.send(id, words + " " + i);
        }
    }

    @Test
    @Tag("M5")
    void messagesOfOneAuthorStandCloseTogetherWithOneTime() {
        benWrites(3, "Part");
        anna.send(id, "I see");
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.messages()).hasCount(4);
        assertThat(a.message("Part 1")).hasClass(Pattern.compile("\\bfirst\\b"));
        assertThat(a.message("Part 2")).hasClass(Pattern.compile("\\bmiddle\\b"));
        assertThat(a.message("Part 3")).hasClass(Pattern.compile("\\blast\\b"));
        assertThat(a.message("I see")).hasClass(Pattern.compile("\\bown only\\b"));
        assertThat(a.page.locator("li.message:not(.own) time")).hasCount(1);
        assertThat(a.message("Part 3").locator("time")).isVisible();
        BoundingBox first = box(a.message("Part 1").locator(".bubble"));
        BoundingBox second = box(a.message("Part 2").locator(".bubble"));
        assertThat(second.y - first.y - first.height).isEqualTo(3, within(0.5));
    }

    @Test
    @Tag("M6")
    void dayLinesFollowTheClockOverMidnight() {
        benWrites(1, "Good evening");
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.page.locator(".day-line")).hasText("Today");
        Visitor late = tabOf(a);
        late.expectNetworkFailures();
        late.page.clock().install();
        late.go("/c/" + id);
        assertThat(late.page.locator(".day-line")).hasText("Today");
        late.page.clock().fastForward(Duration.ofHours(24).toMillis());
        assertThat(late.page.locator(".day-line")).hasText("Yesterday");
        late.page.clock().fastForward(Duration.ofHours(24).toMillis());
        assertThat(late.page.locator(".day-line")).hasText(Pattern.compile("\\w+day"));
        late.page.clock().fastForward(Duration.ofHours(144).toMillis());
        assertThat(late.page.locator(".day-line")).hasText(Pattern.compile("\\w+day,? \\d+ \\w+.*"));
    }

    @Test
    @Tag("M7")
    void theUnreadLineStaysWhereItWasWhileReading() {
        benWrites(30, "Read");
        anna.report(id, 30L, 30L);
        benWrites(12, "Unread");
        Visitor a = visitor(anna).choose(ben.name());
        Locator line = a.page.locator("#unread");
        assertThat(line).hasText("12 new");
        BoundingBox log = box(a.page.locator(".log"));
        assertThat(box(line).y - log.y).isEqualTo(log.height / 4, within(2.0));
        assertThat(a.message("Unread 1").first()).isVisible();

        ben.send(id, "And one more");
        assertThat(a.message("And one more")).hasCount(1);
        assertThat(line).hasText("12 new");
        assertThat(box(line).y - log.y).isEqualTo(log.height / 4, within(2.0));

        a.page.locator("button.jump").click();
        assertThat(a.page).hasTitle(ben.name() + " - Chatty");
        assertThat(line).hasCount(1);
        ChattyPerson carl = person("Carl");
        carl.send(carl.openConversationWith(anna), "Hello");
        a.choose(carl.name());
        a.choose(ben.name());
        assertThat(a.message("And one more")).isVisible();
        assertThat(line).hasCount(0);
    }

    @Test
    @Tag("M9")
    void whoReadsAboveIsNotMovedAndWhoIsAtTheEndStaysThere() {
        benWrites(60, "Line");
        anna.report(id, 60L, 60L);
        Visitor a = visitor(anna).choose(ben.name());
        assertThat(a.message("Line 60")).isVisible();
        assertThat(distanceToEnd(a)).isLessThan(1);
        benWrites(1, "At the end");
        assertThat(a.message("At the end")).isVisible();
        a.page.setViewportSize(1280, 500);
        assertEventuallyAtTheEnd(a);
        a.page.setViewportSize(1280, 800);
        assertEventuallyAtTheEnd(a);

        a.page.locator(".log").hover();
        a.page.mouse().wheel(0, -1500);
        Locator pill = a.page.locator("button.jump");
        assertThat(pill).isVisible();
        a.page.waitForFunction("top => document.querySelector('.log').scrollTop < top", 5000);
        settled(a);
        double before = box(a.message("Line 30").first()).y;
        benWrites(3, "While away");
        assertThat(pill).hasText("3 new");
        assertThat(box(a.message("Line 30").first()).y).isEqualTo(before, within(1.0));
        a.write("An answer");
        assertThat(a.message("An answer")).isInViewport();
        assertEventuallyAtTheEnd(a);
        assertThat(pill).hasCount(0);
    }

    @Test
    @Tag("M10")
    void olderMessagesComeInWithoutMovingWhatIsRead() {
        benWrites(180, "Line");
        anna.report(id, 180L, 180L);
        Visitor a = visitor(anna);
        List<Route> held = new CopyOnWriteArrayList<>();
        a.page.route(Pattern.compile("/messages\\?.*before="), held::add);
        a.choose(ben.name());
        assertThat(a.message("Line 180")).isVisible();

        a.page.locator(".log").hover();
        a.page.mouse().wheel(0, -20_000);
        a.page.waitForCondition(() -> !held.isEmpty());
        settled(a);
        String first = Objects.requireNonNull(a.messages().first().getAttribute("data-key"));
        Locator anchor = a.page.locator("[data-key='" + first + "']");
        double before = box(anchor).y;
        int count = a.messages().count();
        a.page.unroute(Pattern.compile("/messages\\?.*before="));
        held.forEach(Route::resume);
        a.page.waitForFunction("count => document.querySelectorAll('li.message').length > count", count);
        settled(a);
        assertThat(box(anchor).y).isEqualTo(before, within(1.0));

        scrollToTheStart(a);
    }

    @Test
    @Tag("M16")
    void readingOnOneDeviceClearsTheNumberOnTheOther() {
        benWrites(3, "News");
        Visitor laptop = visitor(anna);
        Visitor phone = visitor(anna.credentials(), Device.PHONE);
        assertThat(laptop.page).hasTitle("(3) Chatty");
        try (ChattySession session = ben.connect()) {
            phone.choose(ben.name());
            session.awaitEvent("receipts.updated", "readSeq", 3L);
        }
        assertThat(laptop.page).hasTitle("Chatty");
        assertThat(laptop.row(ben.name()).locator(".count")).hasCount(0);
    }

    private static void scrollToTheStart(Visitor visitor) {
        visitor.page.locator(".log").hover();
        visitor.page.waitForCondition(() -> {
            visitor.page.mouse().wheel(0, -3_000);
            settled(visitor);
            return "1".equals(visitor.messages().first().getAttribute("data-seq"));
        });
    }

    /** Two frames: what was asked for is laid out. */
    private static void settled(Visitor visitor) {
        visitor.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static void assertEventuallyAtTheEnd(Visitor visitor) {
        visitor.page.waitForFunction(
                "() => { const log = document.querySelector('.log');"
                        + " return log.scrollHeight - log.scrollTop - log.clientHeight < 1; }");
    }

    private static double distanceToEnd(Visitor visitor) {
        Object distance = visitor.page.evaluate(
                "() => { const log = document.querySelector('.log');"
                        + " return log.scrollHeight - log.scrollTop - log.clientHeight; }");
        return ((Number) distance).doubleValue();
    }

    private static BoundingBox box(Locator locator) {
        return Objects.requireNonNull(locator.boundingBox());
    }
}
