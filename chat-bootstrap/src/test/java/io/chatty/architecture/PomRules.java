package io.chatty.architecture;

import static io.chatty.architecture.Rule.rule;

import io.chatty.architecture.Pom.Dependency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What modules may be built of; Maven then keeps everything else off their class path. */
final class PomRules {

    private static final Set<String> CORE = Set.of("chat-domain");
    private static final Set<String> TRANSPORT = Set.of("chat-wire", "chat-application", "chat-domain");

    /** What each module may use of the others; what stands in none of the rows may use nothing. */
    private static final Map<String, Set<String>> USES = Map.of(
            "chat-application", CORE,
            "chat-wire", Set.of("chat-application", "chat-domain"),
            "chat-adapter-crypto", CORE,
            "chat-adapter-memory", CORE,
            "chat-adapter-sqlite", CORE,
            "chat-adapter-mongo", CORE,
            "chat-adapter-web", TRANSPORT,
            "chat-adapter-stomp", TRANSPORT,
            "chat-bootstrap",
                    Set.of(
                            "chat-domain",
                            "chat-application",
                            "chat-wire",
                            "chat-adapter-crypto",
                            "chat-adapter-memory",
                            "chat-adapter-sqlite",
                            "chat-adapter-mongo",
                            "chat-adapter-web",
                            "chat-adapter-stomp",
                            "chat-web-client"));

    private static final Set<String> CLIENT = Set.of("chat-domain", "chat-conformance");

    /** What modules may use of others in their tests: the testkit, and where a server runs the client of the contract. */
    private static final Map<String, Set<String>> USES_IN_TESTS = Map.of(
            "chat-adapter-web",
            Set.of("chat-domain", "chat-conformance", "chat-web-client"),
            "chat-adapter-stomp",
            CLIENT,
            "chat-bootstrap",
            Set.of("chat-domain", "chat-conformance", "chat-adapter-mongo"),
            "chat-conformance",
            Set.of());

    /** Modules without a framework: all they may use of others is named. */
    private static final Map<String, Set<String>> FOREIGN = Map.of(
            "chat-domain", Set.of("jspecify"),
            "chat-application", Set.of(),
            "chat-wire", Set.of("jackson-databind", "mapstruct"),
            "chat-web-client", Set.of("lit", "stomp__stompjs"),
            "chat-conformance", Set.of("jspecify"));

    static final Rule MODULES_USE_ONLY_WHAT_STANDS_FURTHER_IN = rule((Codebase code) -> modules(code)
                    .flatMap(pom -> pom.dependencies().stream()
                            .filter(use -> use.isOurs() && !use.isForTests())
                            .filter(use ->
                                    !USES.getOrDefault(pom.module(), Set.of()).contains(use.artifact()))
                            .map(use -> describe(pom, use)))
                    .toList())
            .rejects(pom("chat-adapter-sqlite", "io.chatty", "chat-application", ""));

    static final Rule TESTS_USE_ONLY_THE_TESTKIT_OF_OTHERS = rule((Codebase code) -> modules(code)
                    .flatMap(pom -> pom.dependencies().stream()
                            .filter(use -> use.isOurs() && use.isForTests())
                            .filter(use -> !USES_IN_TESTS
                                    .getOrDefault(pom.module(), CORE)
                                    .contains(use.artifact()))
                            .map(use -> describe(pom, use)))
                    .toList())
            .rejects(pom("chat-adapter-web", "io.chatty", "chat-adapter-sqlite", "<scope>test</scope>"));

    static final Rule THE_INNER_MODULES_HAVE_NO_FRAMEWORK = rule((Codebase code) -> modules(code)
                    .filter(pom -> FOREIGN.containsKey(pom.module()))
                    .flatMap(pom -> pom.dependencies().stream()
                            .filter(use -> !use.isOurs() && !use.isForTests())
                            .filter(use -> !FOREIGN.getOrDefault(pom.module(), Set.of())
                                    .contains(use.artifact()))
                            .map(use -> describe(pom, use)))
                    .toList())
            .rejects(pom("chat-domain", "org.springframework", "spring-context", ""));

    static final Rule VERSIONS_STAND_ONLY_IN_THE_PARENT = rule((Codebase code) -> modules(code)
                    .flatMap(pom -> pom.literalVersions().stream().map(version -> pom.module() + " names " + version))
                    .toList())
            .rejects(pom("chat-wire", "org.mapstruct", "mapstruct", "<version>1.6.3</version>"));

    private PomRules() {}

    private static Stream<Pom> modules(Codebase code) {
        return code.poms().stream().filter(pom -> !pom.isParent());
    }

    private static String describe(Pom pom, Dependency use) {
        return pom.module() + " uses " + use.artifact() + " (" + use.scope() + ")";
    }

    private static Pom pom(String module, String group, String artifact, String more) {
        return Pom.of(
                module,
                "<project><dependencies><dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId>" + more + "</dependency></dependencies></project>");
    }
}
