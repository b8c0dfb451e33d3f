package io.chatty.testkit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.auth.IssuedSession;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.testkit.Concurrently;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SessionIssuer} promises. */
public abstract class SessionIssuerContract {

    /** The issuer under test, the same one for a whole test. */
    protected abstract SessionIssuer issuer();

    @Test
    void neverIssuesTheSameIdOrTokenTwice() {
        List<IssuedSession> issued =
                Concurrently.call(
                                8,
                                thread -> IntStream.range(0, 500)
                                        .mapToObj(i -> issuer().issue())
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList();

        assertThat(issued).hasSize(4_000).extracting(IssuedSession::id).doesNotHaveDuplicates();
        assertThat(issued).extracting(IssuedSession::token).doesNotHaveDuplicates();
    }

    @Test
    void issuesTokensThatFitIntoAHeaderAndACookie() {
        assertThat(issuer().issue().token().value()).matches("[A-Za-z0-9_-]{1,128}");
    }

    @Test
    void doesNotTellTheTokenByTheId() {
        IssuedSession issued = issuer().issue();

        assertThat(issued.id().value().substring("s_".length()))
                .doesNotContain(issued.token().value());
        assertThat(issued.toString()).doesNotContain(issued.token().value());
    }
}
