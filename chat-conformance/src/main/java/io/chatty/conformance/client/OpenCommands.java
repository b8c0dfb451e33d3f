package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.StompFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands of a session that still wait for something, oldest first. Thread-safe. */
final class OpenCommands {

    private final Map<String, Command> byReceipt = new LinkedHashMap<>();
    private @Nullable String end;

    /** Adds a command before its frame is sent; after the end it fails at once. */
    synchronized void add(Command command) {
        if (end != null) {
            command.failed(end);
        } else {
            byReceipt.put(command.receiptId(), command);
        }
    }

    /** Whether the RECEIPT was for one of these. */
    synchronized boolean received(StompFrame frame) {
        Command command = byReceipt.get(String.valueOf(frame.header("receipt-id")));
        if (command == null) {
            return false;
        }
        command.received(frame);
        forgetDone(command);
        return true;
    }

    /** Gives an ack or nack to the oldest command it may be for. */
    synchronized void replied(JsonObject reply) {
        if (reply.has("re")) {
            String re = reply.string("re");
            byReceipt.values().stream()
                    .filter(each -> each.isAnsweredBy(re))
                    .findFirst()
                    .ifPresent(command -> {
                        command.replied(reply);
                        forgetDone(command);
                    });
        }
    }

    private void forgetDone(Command command) {
        if (command.isDone()) {
            byReceipt.remove(command.receiptId());
        }
    }

    /** Fails whatever is open and whatever comes after; only the first reason counts. */
    synchronized void end(String reason) {
        if (end == null) {
            end = reason;
            List.copyOf(byReceipt.values()).forEach(command -> command.failed(reason));
            byReceipt.clear();
        }
    }
}
