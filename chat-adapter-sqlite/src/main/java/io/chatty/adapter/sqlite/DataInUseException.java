package io.chatty.adapter.sqlite;

import java.nio.file.Path;

/** Another process has the data folder open. */
public final class DataInUseException extends DataFolderException {

    DataInUseException(Path folder) {
        super(
                "The data folder " + folder
                        + " is in use by another Chatty; stop that one, or set CHATTY_DATA to another folder.",
                null);
    }
}
