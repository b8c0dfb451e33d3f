package io.chatty.adapter.stomp;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about heart-beats, in milliseconds.
 *
 * @param sends how often it can send; 0 for never
 * @param wants how often it wants to hear from the server; 0 for never
 */
record HeartBeat(long sends, long wants) {

    private static final HeartBeat NONE = new HeartBeat(0, 0);
    private static final Pattern FORM = Pattern.compile("\\d{1,9},\\d{1,9}");

    /** Reads the header; null if it is none. Without it there are no beats. */
    static @Nullable HeartBeat parse(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        if (!FORM.matcher(header).matches()) {
            return null;
        }
        int comma = header.indexOf(',');
        return new HeartBeat(Long.parseLong(header.substring(0, comma)), Long.parseLong(header.substring(comma + 1)));
    }

    /** How often the server beats for this client, which is never oftener than it does by itself; 0 for never. */
    long serverInterval(Duration own) {
        return wants == 0 ? 0 : Math.max(Duration.ofMillis(wants).toNanos(), own.toNanos());
    }
}
