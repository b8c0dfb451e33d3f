package io.chatty.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents point to is there. */
class DocsTest {

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** {@code KillIT.findsEverythingAgain}, {@code MessageRepositoryContract} or {@code TwoPeopleTalk} in backticks. */
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+)(?:\\.([a-z]\\w+))?`");

    static List<Path> documents() {
        return Documents.endingIn(".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkResolves(Path document) {
        String text = CODE.matcher(Documents.read(document)).replaceAll("");
        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.matches("[a-z]+:.*"))
                .allSatisfy(
                        link -> assertThat(resolves(document, link)).as(link).isTrue());
    }

    @Test
    void everyDocumentIsLinkedFromAnother() {
        Set<Path> linked = documents().stream()
                .flatMap(document -> links(document)
                        .map(link -> document.resolveSibling(link.split("#")[0]).normalize()))
                .collect(Collectors.toSet());
        assertThat(documents())
                .filteredOn(document -> !document.equals(Documents.ROOT.resolve("README.md")))
                .isSubsetOf(linked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/guarantees.md", "docs/security.md"})
    void everyTestNamedAsAProofExists(String document) {
        Map<String, String> sources = Documents.endingIn(".java").stream()
                .collect(Collectors.toMap(DocsTest::typeName, Documents::read, String::concat));
        assertThat(PROOF.matcher(Documents.read(Documents.ROOT.resolve(document)))
                        .results())
                .isNotEmpty()
                .filteredOn(proof -> !exists(proof, sources))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    /** The relative links of a document, outside of its blocks of code. */
    private static Stream<String> links(Path document) {
        String text = CODE.matcher(Documents.read(document)).replaceAll("");
        return LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean resolves(Path document, String link) {
        String[] pathAndAnchor = link.split("#", 2);
        Path target = pathAndAnchor[0].isEmpty()
                ? document
                : document.resolveSibling(pathAndAnchor[0]).normalize();
        return Files.exists(target) && (pathAndAnchor.length == 1 || hasHeading(target, pathAndAnchor[1]));
    }

    private static boolean hasHeading(Path document, String anchor) {
        return HEADING.matcher(Documents.read(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    private static boolean exists(MatchResult proof, Map<String, String> sources) {
        String source = sources.get(proof.group(1));
        return source != null && (proof.group(2) == null || source.contains("void " + proof.group(2) + "("));
    }

    private static String typeName(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }
}
