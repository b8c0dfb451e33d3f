package io.chatty.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.testkit.Concurrently;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link UserIdGenerator} promises. */
public abstract class UserIdGeneratorContract {

    /** The generator under test, the same one for a whole test. */
    protected abstract UserIdGenerator generator();

    @Test
    void neverMakesTheSameIdTwice() {
        List<UserId> ids =
                Concurrently.call(
                                8,
                                thread -> IntStream.range(0, 500)
                                        .mapToObj(i -> generator().next())
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList();

        assertThat(ids).hasSize(4_000).doesNotHaveDuplicates();
    }
}
