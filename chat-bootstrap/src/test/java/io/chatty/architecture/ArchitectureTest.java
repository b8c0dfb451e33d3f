package io.chatty.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every rule of the house against the house, and against the sample that it must reject. */
class ArchitectureTest {

    /** The page is JavaScript only, which these rules do not read. */
    private static final Set<String> WITHOUT_JAVA = Set.of("chat-web-client");

    private static final int LEAST_CLASSES = 300;
    private static final int LEAST_TESTS = 100;

    /** What samples need to be what they are, and no rule looks at. */
    private static final Set<Class<?>> UNJUDGED = Set.of(
            AdapterSamples.PersonRequest.class,
            PortSamples.Numbers.class,
            UseCaseSamples.BusyUseCase.class,
            UseCaseSamples.OpenUseCase.class,
            UseCaseSamples.PublicUseCase.class);

    @TestFactory
    Stream<DynamicNode> isKept() {
        return ofEveryRule((sentence, rule) -> assertThat(rule.check().apply(Codebase.ofProject()))
                .as(sentence)
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicNode> rejectsItsSample() {
        return ofEveryRule((sentence, rule) -> {
            List<String> violations = rule.check().apply(rule.sample());
            assertThat(rule.named())
                    .as(sentence)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(violations)
                            .as("violations of " + name)
                            .anyMatch(violation -> violation.contains(name)));
        });
    }

    @Test
    void analysesTheWholeHouse() {
        Codebase code = Codebase.ofProject();

        assertThat(code.classes()).hasSizeGreaterThan(LEAST_CLASSES);
        assertThat(code.tests()).hasSizeGreaterThan(LEAST_TESTS);
        assertThat(code.sources()).hasSizeGreaterThan(LEAST_CLASSES + LEAST_TESTS);
        assertThat(code.sources().stream().map(SourceFile::module).collect(Collectors.toSet()))
                .hasSameElementsAs(code.poms().get(0).modules().stream()
                        .filter(module -> !WITHOUT_JAVA.contains(module))
                        .toList());
    }

    @Test
    void speaksOnlyOfPlacesThatHoldClasses() {
        groups().flatMap(ArchitectureTest::rules).forEach(ArchitectureTest::ruleOf);

        assertThat(Places.asked())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(Stream.of(
                                        Codebase.ofProject().classes(),
                                        Codebase.ofProject().tests())
                                .flatMap(classes -> classes.stream())
                                .anyMatch(Places.in(place)))
                        .as(place + " holds classes")
                        .isTrue());
    }

    @Test
    void keepsNoSampleThatNoRuleRejects() {
        Set<String> rejected = groups().flatMap(ArchitectureTest::rules)
                .flatMap(rule -> ruleOf(rule).named().stream())
                .collect(Collectors.toSet());

        assertThat(classesNamed("Samples").flatMap(samples -> Arrays.stream(samples.getDeclaredClasses())))
                .hasSizeGreaterThan(50)
                .filteredOn(sample -> !UNJUDGED.contains(sample))
                .allSatisfy(sample -> assertThat(rejected).contains(sample.getName()));
    }

    @Test
    void provesEveryRule() {
        assertThat(groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.getDeclaredFields())
                        .anyMatch(field -> field.getType() == Rule.class)
                        .noneMatch(
                                field -> field.getType() == Rule.Unproven.class || field.getType() == ArchRule.class));
    }

    private static Stream<DynamicNode> ofEveryRule(BiConsumer<String, Rule> test) {
        return groups().map(group -> dynamicContainer(
                group.getSimpleName(),
                rules(group)
                        .map(rule -> dynamicTest(sentence(rule), () -> test.accept(sentence(rule), ruleOf(rule))))));
    }

    private static Stream<Class<?>> groups() {
        return classesNamed("Rules");
    }

    private static Stream<Field> rules(Class<?> group) {
        return Arrays.stream(group.getDeclaredFields()).filter(field -> field.getType() == Rule.class);
    }

    private static Rule ruleOf(Field constant) {
        try {
            return (Rule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sentence(Field constant) {
        return constant.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The classes of this package whose name ends so. */
    private static Stream<Class<?>> classesNamed(String ending) {
        try {
            Path folder = Path.of(ArchitectureTest.class.getResource(".").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ending + ".class") && !name.contains("$"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .sorted()
                        .<Class<?>>map(ArchitectureTest::load)
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(ArchitectureTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
