package io.chatty.adapter.web.problem;

import java.util.regex.Pattern;

/** How paths are written here. */
final class Paths {

    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

    private Paths() {}

    /**
     * Whether a path that was refused can name anything at all: every path of this server, with every id that it gives out,
     * is written without encoded characters, parameters, empty segments and steps upwards. Only an emoji is encoded, and
     * a path with one is not refused on its way.
     *
     * @param path as written in the request
     */
    static boolean canExist(String path) {
        return PLAIN.matcher(path).matches();
    }
}
