package io.chatty.adapter.web.conversation;

import io.chatty.domain.ErrorCode;
import java.util.regex.Pattern;

/** Numbers of messages, as they are written in paths. */
final class Seqs {

    /** No conversation reaches a number of 19 digits. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private Seqs() {}

    /**
     * Reads a segment of a path.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if it can be no message's
     */
    static long read(String segment) {
        if (!FORM.matcher(segment).matches()) {
            throw ErrorCode.NOT_FOUND.refusal();
        }
        return Long.parseLong(segment);
    }
}
