package io.chatty.adapter.web.security;

import io.chatty.domain.auth.Session;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A recognised session, in the words of Spring Security. */
final class SessionAuthentication extends AbstractAuthenticationToken {

    private final transient Session session;

    SessionAuthentication(Session session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Session getPrincipal() {
        return session;
    }

    /** The token has done its work and is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }
}
