package io.chatty.bootstrap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says in one line why the application did not start and what to do. Takes the place of Spring Boot's own report, whose
 * logger is switched off.
 */
class OneSentenceReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneSentenceReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        String sentence = action == null ? analysis.getDescription() : analysis.getDescription() + " " + action;
        log.error("{}", sentence.replaceAll("\\s+", " ").strip());
    }
}
