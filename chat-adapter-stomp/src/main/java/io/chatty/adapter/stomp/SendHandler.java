package io.chatty.adapter.stomp;

import java.util.concurrent.CompletionStage;

/** Carries out what is sent to one destination. Thread-safe; frames of one session come one after the other. */
public interface SendHandler {

    Destination destination();

    /**
     * Carries out a command. Refusals, thrown or in the stage, become a nack; anything else that is thrown is reported as
     * an error of the server.
     *
     * @return completes when the command is accepted, and for what is stored: when it is stored
     */
    CompletionStage<Outcome> handle(Command command);
}
