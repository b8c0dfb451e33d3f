package io.chatty.bootstrap;

import io.chatty.adapter.mongo.MongoStartException;
import io.chatty.adapter.sqlite.DataFolderException;
import io.chatty.bootstrap.operation.OperationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Explains why the data cannot be used, or an operation not be done; the sentence is the failure's own. */
class StoreFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderException
                    || cause instanceof MongoStartException
                    || cause instanceof OperationException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
