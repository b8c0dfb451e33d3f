package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.user.User;

/**
 * A person came in.
 *
 * @param token opens the session from now on; the server keeps only its hash, so this is the one time to hand it over
 */
public record SignedIn(User user, Session session, SessionToken token) {}
