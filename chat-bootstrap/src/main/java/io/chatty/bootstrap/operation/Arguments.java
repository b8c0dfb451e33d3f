package io.chatty.bootstrap.operation;

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

    /** @throws OperationException if there are more or fewer */
    static List<String> exactly(int count, ApplicationArguments arguments) {
        List<String> given = arguments.getNonOptionArgs();
        if (given.size() != count + 1) {
            throw new OperationException("That is no operation; there are: " + Operation.usages() + ".");
        }
        return given.subList(1, given.size());
    }
}
