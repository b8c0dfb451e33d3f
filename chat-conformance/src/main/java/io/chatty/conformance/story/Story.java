package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyServer;

/** One story, playable any number of times against any server. */
public interface Story {

    /** The name it is called by. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Plays the story with people of its own.
     *
     * @return the figure that is worth a line, such as {@code "300 messages, 4 observers"}
     * @throws AssertionError when the server broke a promise; the message says which, and what was seen
     * @throws InterruptedException when the thread is interrupted
     */
    String play(ChattyServer server) throws InterruptedException;
}
