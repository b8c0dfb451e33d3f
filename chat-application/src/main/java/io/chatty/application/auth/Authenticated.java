package io.chatty.application.auth;

import io.chatty.domain.auth.Session;

/**
 * A recognised session.
 *
 * @param extended whether this use moved the end of the session, so that a cookie is worth sending again
 */
public record Authenticated(Session session, boolean extended) {}
