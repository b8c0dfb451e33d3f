package io.chatty.domain.conversation;

/** Driven port: makes a client message id for a sender who gave none. Thread-safe. */
public interface ClientMessageIdGenerator {

    /** An id from at least 128 random bits; never the same one twice. */
    ClientMessageId next();
}
