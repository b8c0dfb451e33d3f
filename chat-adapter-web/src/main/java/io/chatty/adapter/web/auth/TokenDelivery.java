package io.chatty.adapter.web.auth;

/** How a token reaches the one who signs in. */
enum TokenDelivery {
    /** In the answer, for a program that sends it as bearer. */
    BODY,
    /** In a cookie that no script can read, for a page; then it is not in the answer. */
    COOKIE
}
