package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Route;
import io.chatty.conformance.client.ChattyPerson;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a conversation, in nights that are shorter and longer than others. */
class PageClockIT extends PageStage {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern SENT_AT = Pattern.compile("\"sentAt\":\"[^\"]+\"");

    @ParameterizedTest(name = "the Sunday after {0} has {1} hours")
    @Tag("M6")
    @CsvSource({"2027-03-27T23:30, 23", "2027-10-30T23:30, 25", "2027-06-12T23:30, 24"})
    void dayLinesTurnAtMidnightHoweverLongTheDayIs(LocalDateTime saturdayNight, int hoursOfSunday) {
        ChattyPerson anna = person("Anna");
        ChattyPerson ben = person("Ben");
        String id = ben.openConversationWith(anna);
        ben.send(id, "Late again");
        Visitor first = visitor(anna);
        Visitor a = tabOf(first);
        a.expectNetworkFailures();
        String sentAt = saturdayNight.minusHours(2).atZone(BERLIN).toInstant().toString();
        a.page.route(Pattern.compile("/messages(\\?|$)"), route -> sentAt(route, sentAt));
        a.page
                .clock()
                .install(new Clock.InstallOptions()
                        .setTime(saturdayNight.atZone(BERLIN).toInstant().toString()));
        a.go("/c/" + id);
        assertDay(a, "Today");
        pass(a, Duration.ofMinutes(29));
        assertDay(a, "Today");
        pass(a, Duration.ofMinutes(2));
        assertDay(a, "Yesterday");
        pass(a, Duration.ofHours(hoursOfSunday).minusMinutes(3));
        assertDay(a, "Yesterday");
        pass(a, Duration.ofMinutes(3));
        assertDay(a, "Saturday");
        a.page.unrouteAll();
    }

    private static void sentAt(Route route, String time) {
        APIResponse response = route.fetch();
        String body = SENT_AT.matcher(response.text()).replaceAll("\"sentAt\":\"" + time + "\"");
        route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
    }

    private static void pass(Visitor visitor, Duration time) {
        visitor.page.clock().fastForward(time.toMillis());
    }

    private static void assertDay(Visitor visitor, String words) {
        assertThat(visitor.page.locator(".day-line")).hasText(words);
    }
}
