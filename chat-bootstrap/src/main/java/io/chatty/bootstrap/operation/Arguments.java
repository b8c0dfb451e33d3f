package io.chatty.bootstrap.operation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;

/** Reads what stands behind the name of an operation. */
final class Arguments {

    private Arguments() {}

    /** The file that is the only argument. */
    static Path file(ApplicationArguments arguments) {
        return Path.of(exactly(1, arguments).get(0)).toAbsolutePath().normalize();
    }

    /** The mailbox that is the only argument. */
    static EmailAddress email(ApplicationArguments arguments) {
        return email(exactly(1, arguments).get(0));
    }

    static EmailAddress email(String text) {
        try {
            return new EmailAddress(text);
        } catch (InvalidValueException e) {
            throw new OperationException(e.getMessage());
        }
    }

    static DisplayName name(String text) {
        try {
            return new DisplayName(text);
        } catch (InvalidValueException e) {
            throw new OperationException(e.getMessage());
        }
    }

    /** @throws OperationException if there are more or fewer */
    static List<String> exactly(int count, ApplicationArguments arguments) {
        List<String> given = arguments.getNonOptionArgs();
        if (given.size() != count + 1) {
            throw new OperationException("That is no operation; there are: " + Operation.usages() + ".");
        }
        return given.subList(1, given.size());
    }
}
