package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.user.UserId;
import java.util.List;

/** Where a person is signed in. Thread-safe. */
public interface ListSessionsUseCase {

    /** All sessions that live, the newest first; at most {@link Session#MAX_PER_USER}. */
    List<Session> list(UserId me);
}
