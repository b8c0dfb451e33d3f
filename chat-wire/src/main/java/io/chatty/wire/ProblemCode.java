package io.chatty.wire;

import io.chatty.domain.ErrorCode;

/**
 * The one table of problems: what programs compare, the HTTP status, a title for logs, and what a person who reads the
 * problem's page should know. A code never changes its meaning.
 */
public enum ProblemCode {
    MALFORMED_REQUEST(
            400,
            "The body cannot be read",
            "The body is not one JSON object in UTF-8, or it repeats a key. Send it again as one."),
    VALIDATION_FAILED(
            400,
            "Something breaks a rule",
            "The list errors names every field that breaks a rule, by JSON pointer or by ?name for a query parameter, and which rule. Mend them and send again."),
    INVALID_CURSOR(
            400,
            "The cursor is of no use here",
            "The cursor was made up, belongs to another list or to somebody else. Start again without one."),
    IDEMPOTENCY_KEY_MISMATCH(
            400,
            "Two different ids for one message",
            "The Idempotency-Key header and clientMessageId are both given and differ. Give one, or the same twice."),
    AUTHENTICATION_REQUIRED(
            401,
            "Sign in first",
            "No token was given, or one that was never given out. Sign in and send the token as Authorization: Bearer."),
    INVALID_CREDENTIALS(
            401,
            "E-mail or password is wrong",
            "Nobody with this e-mail and this password is known here. Which of the two is wrong is not told."),
    SESSION_EXPIRED(
            401, "The session has expired", "The session was not used for too long, or is too old. Sign in again."),
    SESSION_REVOKED(401, "The session was ended", "The session was ended by its owner. Sign in again."),
    ORIGIN_NOT_ALLOWED(
            403,
            "The request comes from another site",
            "A change on a session cookie must come from the site's own pages. Programs use a bearer token instead."),
    NOT_MESSAGE_AUTHOR(403, "The message is somebody else's", "Only who wrote a message may edit or delete it."),
    EDIT_WINDOW_CLOSED(
            403,
            "The message is too old to edit",
            "A message can be edited for limits.editWindowSeconds of GET /api/v1/server. It can still be deleted."),
    CANNOT_MESSAGE_USER(
            403,
            "The person cannot be written to",
            "Messages between the two are not possible now. What was written stays readable."),
    WRONG_PASSWORD(403, "The password is wrong", "The password that confirms the change is not that of the account."),
    REGISTRATION_CLOSED(
            403, "Registration is closed", "Accounts of this server are made by its operator. Ask for one."),
    NOT_FOUND(404, "Not found", "It does not exist, or it is not yours to see: the two are answered alike."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "The Allow header lists the methods of this path."),
    NOT_ACCEPTABLE(406, "No acceptable answer", "The answer is JSON in UTF-8; accept application/json."),
    EMAIL_TAKEN(
            409,
            "The e-mail has an account",
            "Another account has this e-mail. Sign in, or register with another one."),
    CANNOT_MESSAGE_SELF(409, "A conversation has two people", "One cannot open a conversation with oneself."),
    CLIENT_MESSAGE_ID_REUSED(
            409,
            "The client message id belongs to another message",
            "An earlier message of the same sender has this clientMessageId and says something else. It stays; use a new id for a new message."),
    MESSAGE_DELETED(409, "The message is deleted", "A deleted message does not change any more."),
    TOO_MANY_CHANGES(
            409,
            "The message has changed too often",
            "A message takes a limited number of edits and reactions, those taken back included. It can still be deleted."),
    SYNC_RESET(
            409,
            "The store is not the one you knew",
            "It was restored or replaced. Discard cached messages, numbers and cursors, never what is still to be sent, and start over."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "The limit is shown as limits.bodyBytes by GET /api/v1/server."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has another media type", "Bodies are application/json in UTF-8."),
    RATE_LIMITED(
            429,
            "Too fast or too many",
            "Wait as long as Retry-After or retryAfterMs says, then repeat the same request."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "It is not your fault and it is logged under requestId. After a send the outcome is unknown: repeat it with the same clientMessageId."),
    TEMPORARILY_UNAVAILABLE(
            503,
            "Not possible right now",
            "Try again later. After a send the outcome is unknown: repeat it with the same clientMessageId."),
    DESTINATION_NOT_ALLOWED(
            403,
            "The destination is not allowed",
            "Only the documented STOMP destinations can be used, written exactly."),
    MALFORMED_FRAME(
            400,
            "The frame cannot be read",
            "The frame is not STOMP 1.2, or uses a part of it that is not offered here."),
    FRAME_TOO_LARGE(
            413,
            "The frame is too large",
            "A frame has at most as many bytes as limits.frameBytes of GET /api/v1/server."),
    UNSUPPORTED_VERSION(400, "No common STOMP version", "Offer 1.2 or 1.1 in accept-version."),
    TOO_MANY_SESSIONS(429, "Too many connections", "A person has a limited number of open sockets. Close one first."),
    REPLY_QUEUE_MISSING(
            400,
            "There is nowhere to answer",
            "A SEND was refused on a session that is not subscribed to /user/queue/replies. Subscribe first.");

    private final int status;
    private final String title;
    private final String help;

    ProblemCode(int status, String title, String help) {
        this.status = status;
        this.title = title;
        this.help = help;
    }

    /** The problem of a refusal. */
    public static ProblemCode of(ErrorCode code) {
        return switch (code) {
            case VALIDATION_FAILED -> VALIDATION_FAILED;
            case AUTHENTICATION_REQUIRED -> AUTHENTICATION_REQUIRED;
            case INVALID_CREDENTIALS -> INVALID_CREDENTIALS;
            case SESSION_EXPIRED -> SESSION_EXPIRED;
            case SESSION_REVOKED -> SESSION_REVOKED;
            case NOT_MESSAGE_AUTHOR -> NOT_MESSAGE_AUTHOR;
            case EDIT_WINDOW_CLOSED -> EDIT_WINDOW_CLOSED;
            case CANNOT_MESSAGE_USER -> CANNOT_MESSAGE_USER;
            case WRONG_PASSWORD -> WRONG_PASSWORD;
            case REGISTRATION_CLOSED -> REGISTRATION_CLOSED;
            case NOT_FOUND -> NOT_FOUND;
            case EMAIL_TAKEN -> EMAIL_TAKEN;
            case CANNOT_MESSAGE_SELF -> CANNOT_MESSAGE_SELF;
            case CLIENT_MESSAGE_ID_REUSED -> CLIENT_MESSAGE_ID_REUSED;
            case MESSAGE_DELETED -> MESSAGE_DELETED;
            case TOO_MANY_CHANGES -> TOO_MANY_CHANGES;
            case SYNC_RESET -> SYNC_RESET;
            case RATE_LIMITED -> RATE_LIMITED;
            case TEMPORARILY_UNAVAILABLE -> TEMPORARILY_UNAVAILABLE;
        };
    }

    /** What programs compare: the name in lower case with hyphens. */
    public String code() {
        return Words.write(this);
    }

    /** Path of the page that explains it, which is also its {@code type}. */
    public String path() {
        return "/problems/" + code();
    }

    /** HTTP status; STOMP shows it inside the problem. */
    public int status() {
        return status;
    }

    /** English, for logs. */
    public String title() {
        return title;
    }

    /** What to do about it, in English. */
    public String help() {
        return help;
    }
}
