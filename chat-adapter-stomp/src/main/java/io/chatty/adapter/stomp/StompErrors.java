package io.chatty.adapter.stomp;

import io.chatty.domain.ErrorCode;
import io.chatty.wire.ProblemCode;
import org.springframework.web.socket.CloseStatus;

/** Which refusals end a session, and how a session ends: the close codes, of which 4400 and 4401 tell a client to stop. */
final class StompErrors {

    static final CloseStatus GOODBYE = CloseStatus.NORMAL;
    static final CloseStatus RESTART = CloseStatus.SERVICE_RESTARTED;
    static final CloseStatus SILENT = new CloseStatus(4408, "silence");
    static final CloseStatus NOT_READING = new CloseStatus(4500, "not-reading");

    private static final int PROTOCOL_BROKEN = 4400;
    private static final int SIGN_IN_AGAIN = 4401;
    private static final int TOO_BIG = 4413;
    private static final int TOO_MANY = 4429;

    private StompErrors() {}

    /** Whether a refusal of this kind makes the session useless; else it concerns only the command that was refused. */
    static boolean endsSession(ErrorCode.Category category) {
        return switch (category) {
            case UNAUTHENTICATED -> true;
            case INVALID, FORBIDDEN, NOT_FOUND, CONFLICT, LIMITED, UNAVAILABLE -> false;
        };
    }

    /** How the connection is closed after an ERROR frame with this code. */
    static CloseStatus closeStatus(ProblemCode code) {
        int status = switch (code) {
            case MALFORMED_FRAME, DESTINATION_NOT_ALLOWED, UNSUPPORTED_VERSION, REPLY_QUEUE_MISSING -> PROTOCOL_BROKEN;
            case AUTHENTICATION_REQUIRED, SESSION_EXPIRED, SESSION_REVOKED -> SIGN_IN_AGAIN;
            case FRAME_TOO_LARGE -> TOO_BIG;
            case RATE_LIMITED, TOO_MANY_SESSIONS -> TOO_MANY;
            case TEMPORARILY_UNAVAILABLE -> CloseStatus.SERVICE_OVERLOAD.getCode();
            default -> CloseStatus.SERVER_ERROR.getCode();
        };
        return new CloseStatus(status, code.code());
    }
}
