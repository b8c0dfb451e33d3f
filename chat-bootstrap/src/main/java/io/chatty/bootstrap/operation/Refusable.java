package io.chatty.bootstrap.operation;

import io.chatty.domain.ChatException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** What an operator does with an account, and the sentence for it where that is refused. */
interface Refusable {

    void run(ApplicationArguments arguments);

    /** Does it, or ends the operation with a sentence. */
    static ApplicationRunner runner(Refusable work) {
        return arguments -> {
            try {
                work.run(arguments);
            } catch (ChatException refusal) {
                throw new OperationException(
                        switch (refusal.code()) {
                            case NOT_FOUND -> "Nobody has this e-mail.";
                            case EMAIL_TAKEN -> "Somebody has this e-mail already.";
                            default -> "The store does not answer now; try again.";
                        });
            }
        };
    }
}
