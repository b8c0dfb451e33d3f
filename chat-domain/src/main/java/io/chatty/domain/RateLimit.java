package io.chatty.domain;

/** What is counted, so that nobody does too much of it, and by whom. The names are shown to clients. */
public enum RateLimit {
    /** Passwords that are tried for an account from an address. */
    PASSWORD_ATTEMPTS,
    /** Passwords that are tried from an address, for whatever accounts. */
    PASSWORD_ATTEMPTS_PER_ADDRESS,
    /** Wrong passwords for an account, from wherever. */
    PASSWORD_FAILURES,
    /** Accounts that are made from an address. */
    REGISTRATIONS,
    /** Looking somebody up by e-mail, by person. */
    LOOKUPS,
    /** Looking somebody up by e-mail, by address. */
    LOOKUPS_PER_ADDRESS,
    /** Messages, by sender. */
    MESSAGES,
    /** First messages to people one has no conversation with, and conversations that are opened without one, by person. */
    FIRST_MESSAGES,
    /** Requests of whatever kind, by person. */
    REQUESTS;

    /** A wish to do this once more. */
    public RateClaim by(String key) {
        return new RateClaim(this, key);
    }

    /** The same, by the address that the wish comes from. */
    public RateClaim by(ClientAddress address) {
        return by(address.network());
    }
}
