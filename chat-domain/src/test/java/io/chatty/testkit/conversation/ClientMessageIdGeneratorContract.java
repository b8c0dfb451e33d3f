package io.chatty.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.testkit.Concurrently;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ClientMessageIdGenerator} promises. */
public abstract class ClientMessageIdGeneratorContract {

    /** The generator under test, the same one for a whole test. */
    protected abstract ClientMessageIdGenerator generator();

    @Test
    void neverMakesTheSameIdTwice() {
        List<ClientMessageId> ids =
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
