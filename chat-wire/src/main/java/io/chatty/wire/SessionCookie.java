package io.chatty.wire;

/** What the cookie that holds a session token is called. */
public final class SessionCookie {

    private SessionCookie() {}

    /**
     * @param secure whether the page is reached by https: then the name makes browsers refuse a cookie that another host
     *     or path has planted (RFC 6265bis, {@code __Host-})
     */
    public static String name(boolean secure) {
        return secure ? "__Host-chatty" : "chatty";
    }
}
