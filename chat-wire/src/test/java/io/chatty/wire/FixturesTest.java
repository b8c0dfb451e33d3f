package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.auth.SessionEvent;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.presence.PresenceEvent;
import io.chatty.domain.user.UserEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FixturesTest {

    private static final String EVENT = "event-";
    private static final String PROBLEM = "problem-";

    @TestFactory
    Stream<DynamicTest> writesEveryBodyAsItsFixture() {
        return WireSamples.bodies().entrySet().stream()
                .map(sample -> written(sample.getKey(), Json.write(sample.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> writesEveryEventAsItsFixture() {
        return WireSamples.events().entrySet().stream()
                .map(sample ->
                        written(EVENT + sample.getKey(), sample.getValue().encoded()));
    }

    @TestFactory
    Stream<DynamicTest> writesEveryProblemAsItsFixture() {
        return WireSamples.problems().entrySet().stream()
                .map(sample -> written(PROBLEM + sample.getKey(), Json.write(sample.getValue())));
    }

    @Test
    void keepsNoFixtureThatNothingWrites() {
        Set<String> written = new TreeSet<>(WireSamples.bodies().keySet());
        WireSamples.events().keySet().forEach(name -> written.add(EVENT + name));
        WireSamples.problems().keySet().forEach(name -> written.add(PROBLEM + name));

        assertThat(Fixtures.names()).isEqualTo(written);
    }

    @Test
    void showsEveryResponseInAFixture() throws Exception {
        assertThat(responses())
                .hasSizeGreaterThan(10)
                .allSatisfy(response -> assertThat(Fixtures.names())
                        .as(response)
                        .anyMatch(name -> (name + "-").startsWith(fixture(response) + "-")));
    }

    @Test
    void showsEveryEventOfTheDomainInAFixture() {
        Set<Class<?>> shown = WireSamples.events().values().stream()
                .map(told -> told.event().getClass())
                .collect(Collectors.toSet());

        assertThat(shown)
                .containsAll(kinds(ConversationEvent.class).toList())
                .containsAll(kinds(PresenceEvent.class).toList())
                .containsAll(kinds(UserEvent.class).toList())
                .containsAll(kinds(SessionEvent.class).toList());
    }

    /** The classes at the ends of a sealed hierarchy. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(FixturesTest::kinds)
                : Stream.of(type);
    }

    private static DynamicTest written(String fixture, String json) {
        return DynamicTest.dynamicTest(
                fixture, () -> assertThat(json).as(fixture).isEqualTo(Fixtures.read(fixture)));
    }

    /** The simple names of all top-level records of this package that are written to clients. */
    private static Set<String> responses() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Json.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(classes.resolve("io/chatty/wire"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Response.class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** {@code ConversationResponse} is shown in {@code conversation.json} and {@code conversation-*.json}. */
    private static String fixture(String response) {
        return response.substring(0, response.length() - "Response".length()).toLowerCase(Locale.ROOT);
    }
}
