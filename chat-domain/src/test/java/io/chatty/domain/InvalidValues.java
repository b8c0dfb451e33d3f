package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Function;

/** Says in one line that a type refuses a value. */
public final class InvalidValues {

    private InvalidValues() {}

    /** Asserts that making the type of this value breaks this rule. */
    public static void assertRefused(ViolationCode code, String value, Function<String, ?> type) {
        var refusal = catchThrowableOfType(InvalidValueException.class, () -> type.apply(value));

        assertThat(refusal).as("the refusal").isNotNull();
        assertThat(refusal.of("field").code()).isEqualTo(code);
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
    }
}
