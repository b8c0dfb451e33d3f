package io.chatty.adapter.sqlite;

import org.jspecify.annotations.Nullable;

/** The data folder cannot be used. The message is one sentence that tells the operator what to do about it. */
public class DataFolderException extends RuntimeException {

    DataFolderException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
