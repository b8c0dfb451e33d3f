package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.EndOtherSessionsUseCase;
import io.chatty.application.auth.EndSessionUseCase;
import io.chatty.application.auth.GetSessionUseCase;
import io.chatty.application.auth.ListSessionsUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.wire.Bodies;
import io.chatty.wire.SessionResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where a person is signed in. */
@ApiController
final class SessionController {

    private static final String LIST = "sessions";

    private final ListSessionsUseCase listSessions;
    private final GetSessionUseCase getSession;
    private final EndSessionUseCase endSession;
    private final EndOtherSessionsUseCase endOtherSessions;
    private final SessionCookies cookies;
    private final Cursors cursors;

    SessionController(
            ListSessionsUseCase listSessions,
            GetSessionUseCase getSession,
            EndSessionUseCase endSession,
            EndOtherSessionsUseCase endOtherSessions,
            SessionCookies cookies,
            Cursors cursors) {
        this.listSessions = listSessions;
        this.getSession = getSession;
        this.endSession = endSession;
        this.endOtherSessions = endOtherSessions;
        this.cookies = cookies;
        this.cursors = cursors;
    }

    @GetMapping("/sessions")
    ResponseEntity<PageResponse<SessionResponse>> list(Session current, Query query) {
        int limit = query.limit();
        String cursor = query.text("cursor");
        query.check();
        String position = cursor == null ? null : cursors.open(LIST, current.userId(), cursor);
        List<Session> all = listSessions.list(current.userId());
        List<Session> rest = position == null ? all : after(position, all);
        return PageResponse.of(
                        rest.subList(0, Math.min(rest.size(), limit + 1)),
                        limit,
                        last -> cursors.seal(LIST, current.userId(), position(last)),
                        session -> body(session, current))
                .answer(query);
    }

    private static String position(Session session) {
        return session.createdAt().toEpochMilli() + " " + session.id();
    }

    /** What stands behind a place that {@link #position} wrote, also where the session that stood there is over by now. */
    private static List<Session> after(String position, List<Session> all) {
        String[] parts = position.split(" ");
        Instant createdAt = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().value().equals(parts[1])) {
                return all.subList(i + 1, all.size());
            }
        }
        return all.stream()
                .filter(session -> session.createdAt().isBefore(createdAt))
                .toList();
    }

    @GetMapping("/sessions/current")
    SessionResponse current(Session current) {
        return body(current, current);
    }

    @GetMapping("/sessions/{id}")
    SessionResponse get(Session current, @PathVariable SessionId id) {
        return body(getSession.get(current.userId(), id), current);
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Session current, @PathVariable SessionId id, HttpServletRequest request, HttpServletResponse response) {
        endSession.end(current.userId(), id);
        if (id.equals(current.id())) {
            cookies.clear(request, response);
        }
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Session current) {
        endOtherSessions.endOthers(current);
    }

    private static SessionResponse body(Session session, Session current) {
        return Bodies.session(session, session.id().equals(current.id()));
    }
}
