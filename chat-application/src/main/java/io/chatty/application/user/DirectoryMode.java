package io.chatty.application.user;

/** Who is in the directory. */
public enum DirectoryMode {
    /** Everybody who lets himself be found. */
    OPEN,
    /** Nobody: people are found by their exact e-mail only. */
    EXACT
}
