package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.ErrorCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    /** Every code that clients were ever promised, by status; a code never changes its meaning. */
    private static final Map<Integer, Set<String>> PROMISED = Map.ofEntries(
            Map.entry(
                    400,
                    Set.of("malformed-request", "validation-failed", "invalid-cursor", "idempotency-key-mismatch")),
            Map.entry(
                    401,
                    Set.of("authentication-required", "invalid-credentials", "session-expired", "session-revoked")),
            Map.entry(
                    403,
                    Set.of(
                            "cannot-message-user",
                            "not-message-author",
                            "edit-window-closed",
                            "registration-closed",
                            "origin-not-allowed",
                            "wrong-password")),
            Map.entry(404, Set.of("not-found")),
            Map.entry(405, Set.of("method-not-allowed")),
            Map.entry(406, Set.of("not-acceptable")),
            Map.entry(
                    409,
                    Set.of(
                            "email-taken",
                            "cannot-message-self",
                            "message-deleted",
                            "client-message-id-reused",
                            "too-many-changes",
                            "sync-reset")),
            Map.entry(413, Set.of("payload-too-large")),
            Map.entry(415, Set.of("unsupported-media-type")),
            Map.entry(429, Set.of("rate-limited")),
            Map.entry(500, Set.of("internal-error")),
            Map.entry(503, Set.of("temporarily-unavailable")));

    /** Codes that only STOMP uses; their status stands in the body alone. */
    private static final Set<String> STOMP_ONLY = Set.of(
            "destination-not-allowed",
            "malformed-frame",
            "frame-too-large",
            "unsupported-version",
            "too-many-sessions",
            "reply-queue-missing");

    @ParameterizedTest
    @EnumSource
    void usesPromisedCodesWithTheirStatus(ProblemCode problem) {
        if (STOMP_ONLY.contains(problem.code())) {
            assertThat(problem.status()).isBetween(400, 499);
        } else {
            assertThat(PROMISED.get(problem.status()))
                    .as("codes of " + problem.status())
                    .contains(problem.code());
        }
    }

    @Test
    void holdsEveryCodeThatOnlyStompUses() {
        Set<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());

        assertThat(codes).hasSameSizeAs(ProblemCode.values()).containsAll(STOMP_ONLY);
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryRefusalOfTheDomainUnderItsOwnName(ErrorCode refusal) {
        assertThat(ProblemCode.of(refusal).name()).isEqualTo(refusal.name());
    }

    @ParameterizedTest
    @EnumSource
    void answersARefusalWithTheStatusOfItsCategory(ErrorCode refusal) {
        int status = ProblemCode.of(refusal).status();

        assertThat(status)
                .isEqualTo(
                        switch (refusal.category()) {
                            case INVALID -> 400;
                            case UNAUTHENTICATED -> 401;
                            case FORBIDDEN -> 403;
                            case NOT_FOUND -> 404;
                            case CONFLICT -> 409;
                            case LIMITED -> 429;
                            case UNAVAILABLE -> 503;
                        });
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryProblem(ProblemCode problem) {
        assertThat(problem.path()).isEqualTo("/problems/" + problem.code());
        assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
        assertThat(problem.help())
                .endsWith(".")
                .hasSizeGreaterThan(problem.title().length());
    }

    @Test
    void givesEveryProblemATitleOfItsOwn() {
        Set<String> titles = new TreeSet<>();

        assertThat(ProblemCode.values())
                .allSatisfy(problem -> assertThat(titles.add(problem.title()))
                        .as(problem.title())
                        .isTrue());
    }
}
