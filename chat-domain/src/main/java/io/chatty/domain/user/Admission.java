package io.chatty.domain.user;

/** Whether a person's password opens a session. */
public enum Admission {
    /** Any number of times. */
    OPEN,
    /** Once more: an operator made it for the person, who then chooses one. */
    ONCE,
    /** No more: it was made for one time, which has been. Its person can still replace it while that session lives. */
    SPENT,
    /** No more: an operator closed the account. */
    DISABLED
}
