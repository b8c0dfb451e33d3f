package io.chatty.domain;

/**
 * Why a person's wish was refused. Every transport turns the {@link Category} into its own kind of answer and shows the
 * code; the codes themselves are part of the wire contract and never change their meaning.
 */
public enum ErrorCode {
    /** Something that was given breaks a rule; {@link ValidationException} says what and why. */
    VALIDATION_FAILED(Category.INVALID),
    /** No token was given, or one that was never given out. */
    AUTHENTICATION_REQUIRED(Category.UNAUTHENTICATED),
    /** The e-mail is unknown or the password is wrong; nobody learns which. */
    INVALID_CREDENTIALS(Category.UNAUTHENTICATED),
    /** The session was not used for too long, or is too old. */
    SESSION_EXPIRED(Category.UNAUTHENTICATED),
    /** The session was ended by its owner. */
    SESSION_REVOKED(Category.UNAUTHENTICATED),
    /** Only who wrote a message may edit or delete it. */
    NOT_MESSAGE_AUTHOR(Category.FORBIDDEN),
    /** The message is too old to be edited. */
    EDIT_WINDOW_CLOSED(Category.FORBIDDEN),
    /** The two cannot write to each other; nobody learns whether that is a block or the end of an account. */
    CANNOT_MESSAGE_USER(Category.FORBIDDEN),
    /** The password that was typed to confirm something is not the person's. */
    WRONG_PASSWORD(Category.FORBIDDEN),
    /** Accounts are made by the operator only. */
    REGISTRATION_CLOSED(Category.FORBIDDEN),
    /** It does not exist, or the person who asks may not know that it does. */
    NOT_FOUND(Category.NOT_FOUND),
    /** Another account has this e-mail. */
    EMAIL_TAKEN(Category.CONFLICT),
    /** A conversation has two different people. */
    CANNOT_MESSAGE_SELF(Category.CONFLICT),
    /** The client message id belongs to an earlier message with another content. */
    CLIENT_MESSAGE_ID_REUSED(Category.CONFLICT),
    /** The message is deleted and does not change any more. */
    MESSAGE_DELETED(Category.CONFLICT),
    /** The message was edited and reacted to as often as it may be. */
    TOO_MANY_CHANGES(Category.CONFLICT),
    /** The store is another one, or was restored: what is remembered of its numbers and cursors is void. */
    SYNC_RESET(Category.CONFLICT),
    /** Too much of it was done lately; {@link RateLimitedException} says when it may be done again. */
    RATE_LIMITED(Category.LIMITED),
    /** The outcome is unknown or the system is too busy; the same call may succeed later. */
    TEMPORARILY_UNAVAILABLE(Category.UNAVAILABLE);

    private final Category category;

    ErrorCode(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** Makes the exception that carries this code, to be thrown by the caller. */
    public ChatException refusal() {
        return new ChatException(this);
    }

    /** What kind of answer a transport gives. */
    public enum Category {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        LIMITED,
        UNAVAILABLE
    }
}
