package io.chatty.domain.user;

/** Driven port: tells a person's connections about users. Thread-safe, never blocks. */
public interface UserNotifier {

    /** Tells all connections of the recipient. Best effort: whoever missed it learns of it by the next sync. */
    void tell(UserId recipient, UserEvent event);
}
