package io.chatty.endtoend;

import static java.util.Objects.requireNonNull;

/** The one file of the limits that tests run with, which do in seconds what people do in days. */
final class RaisedLimits {

    /** For a server in the process of the test. */
    static final String RESOURCE = "classpath:/raised-limits.properties";

    private RaisedLimits() {}

    /** For a server in a process of its own: what {@code spring.config.import} wants. */
    static String file() {
        return requireNonNull(RaisedLimits.class.getResource("/raised-limits.properties"))
                .toString();
    }
}
