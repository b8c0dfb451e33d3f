package io.chatty.adapter.mongo;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is one sentence that tells the operator what to do about it. */
public class MongoStartException extends RuntimeException {

    MongoStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
