package io.chatty.adapter.stomp;

import io.chatty.domain.user.UserId;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ProblemResponse;
import org.jspecify.annotations.Nullable;

/** Writes the frames that the server sends. */
final class ServerFrames {

    private static final String JSON = "application/json";

    private ServerFrames() {}

    /** The answer to CONNECT, in which nothing is escaped. */
    static String connected(String version, UserId user, Greeting greeting) {
        return "CONNECTED\nversion:" + version + "\nheart-beat:" + greeting.heartBeat() + "\nuser-name:" + user.value()
                + "\nepoch:" + greeting.epoch() + "\nserver:" + greeting.server() + "\n\n\0";
    }

    static String receipt(String receipt) {
        return "RECEIPT\nreceipt-id:" + escape(receipt) + "\n\n\0";
    }

    /** The last frame of a session. */
    static String error(ProblemCode code, EncodedBody problem, @Nullable String receipt) {
        String receiptId = receipt == null ? "" : "\nreceipt-id:" + escape(receipt);
        String versions = code == ProblemCode.UNSUPPORTED_VERSION ? "\nversion:1.2,1.1" : "";
        return "ERROR\nmessage:" + code.code() + "\ncontent-type:" + ProblemResponse.MEDIA_TYPE + receiptId + versions
                + "\ncontent-length:" + problem.bytes() + "\n\n" + problem.json() + "\0";
    }

    /** What every MESSAGE of a subscription begins with; {@link #message} completes it. */
    static String messagePrefix(String subscription, Destination destination) {
        return "MESSAGE\nsubscription:" + escape(subscription) + "\ndestination:" + destination.path()
                + "\ncontent-type:" + JSON + "\nmessage-id:";
    }

    static String message(String prefix, long id, EncodedBody body) {
        return prefix + id + "\ncontent-length:" + body.bytes() + "\n\n" + body.json() + "\0";
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\r' -> escaped.append("\\r");
                case '\n' -> escaped.append("\\n");
                case ':' -> escaped.append("\\c");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
