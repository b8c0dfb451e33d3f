package io.chatty.bootstrap.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operation answers the operator who asked, on the console and nowhere else: also mailboxes and passwords that sign in
 * once, which belong into no log of a server.
 */
final class Report {

    private static final Logger console = LoggerFactory.getLogger(Report.class);

    private Report() {}

    static void say(String line) {
        console.info("{}", line);
    }
}
