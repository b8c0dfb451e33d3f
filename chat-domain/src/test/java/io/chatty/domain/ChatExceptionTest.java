package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChatExceptionTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void carriesTheCodeOfARefusal(ErrorCode code) {
        ChatException refusal = code.refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessage(code.name()).hasNoCause();
    }

    @Test
    void takesNoTraceForARefusal() {
        assertThat(ErrorCode.NOT_FOUND.refusal().getStackTrace()).isEmpty();
    }

    @Test
    void keepsTheTraceAndCauseOfAFailureBelow() {
        IllegalStateException cause = new IllegalStateException("disk full");

        ChatException failure = new ChatException(ErrorCode.TEMPORARILY_UNAVAILABLE, cause);

        assertThat(failure).hasCause(cause);
        assertThat(failure.getStackTrace()).isNotEmpty();
        assertThat(failure.getMessage()).doesNotContain("disk");
    }

    /** Transports answer by category, so that moving a code to another one changes what clients are told. */
    @ParameterizedTest
    @CsvSource({
        "VALIDATION_FAILED, INVALID",
        "AUTHENTICATION_REQUIRED, UNAUTHENTICATED",
        "INVALID_CREDENTIALS, UNAUTHENTICATED",
        "SESSION_EXPIRED, UNAUTHENTICATED",
        "SESSION_REVOKED, UNAUTHENTICATED",
        "NOT_MESSAGE_AUTHOR, FORBIDDEN",
        "EDIT_WINDOW_CLOSED, FORBIDDEN",
        "NOT_FOUND, NOT_FOUND",
        "EMAIL_TAKEN, CONFLICT",
        "CANNOT_MESSAGE_SELF, CONFLICT",
        "CLIENT_MESSAGE_ID_REUSED, CONFLICT",
        "MESSAGE_DELETED, CONFLICT",
        "TOO_MANY_CHANGES, CONFLICT",
        "SYNC_RESET, CONFLICT",
        "TEMPORARILY_UNAVAILABLE, UNAVAILABLE"
    })
    void isOfTheCategoryOfItsCode(ErrorCode code, ErrorCode.Category category) {
        assertThat(code.category()).isEqualTo(category);
    }

    @Test
    void reportsAnInvalidValueForItsField() {
        var refusal = new InvalidValueException(ViolationCode.TOO_LONG, "A name has at most 60 characters.");

        assertThat(refusal.of("name"))
                .isEqualTo(new Violation("name", ViolationCode.TOO_LONG, "A name has at most 60 characters."));
    }

    @Test
    void keepsItsOwnCopyOfTheViolations() {
        Violation violation = new Violation("name", ViolationCode.REQUIRED, "A name is required.");
        List<Violation> given = new ArrayList<>(List.of(violation));
        ValidationException refusal = new ValidationException(given);

        given.clear();

        assertThat(refusal.violations()).containsExactly(violation);
        assertThat(ValidationException.of("name", ViolationCode.REQUIRED, "A name is required.")
                        .violations())
                .containsExactly(violation);
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
    }
}
