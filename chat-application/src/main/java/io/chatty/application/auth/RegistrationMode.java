package io.chatty.application.auth;

/** Who may make an account. */
public enum RegistrationMode {
    /** Everybody. */
    OPEN,
    /** The operator. */
    CLOSED
}
