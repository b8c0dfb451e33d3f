package io.chatty.adapter.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Looks whether the servers can keep what is promised, and if not, says in one sentence what the operator can do. */
final class StartCheck {

    /** MongoDB 6.0, the oldest that is tested. */
    private static final int OLDEST_WIRE_VERSION = 17;

    private static final int UNAUTHORIZED = 13;

    private final MongoConnection connection;
    private final MongoClient client;

    StartCheck(MongoConnection connection, MongoClient client) {
        this.connection = connection;
        this.client = client;
    }

    /**
     * Looks at the servers.
     *
     * @throws MongoStartException if one of them cannot be used
     */
    void pass(boolean allowStandalone) {
        client.getDatabase(connection.database()).runCommand(new Document("ping", 1));
        for (ServerDescription server : servers()) {
            if (server.isOk() && server.getType() == ServerType.STANDALONE) {
                if (!allowStandalone) {
                    throw refusal(
                            "is no replica set, so a crash could take back what was acknowledged; start mongod with"
                                    + " --replSet and run rs.initiate() once (one node will do), or set"
                                    + " CHATTY_MONGO_ALLOWSTANDALONE=true for a trial.");
                }
            } else if (server.isOk() && server.getMaxWireVersion() < OLDEST_WIRE_VERSION) {
                throw tooOld(null);
            }
        }
        if (servers().stream().noneMatch(ServerDescription::isPrimary)) {
            throw refusal(
                    "is not the primary of its replica set, so nothing can be written there; leave directConnection"
                            + " out of SPRING_MONGODB_URI, then the primary is found.");
        }
    }

    /** The sentence for a failure of the start. Looks at the servers, so the client must still be open. */
    MongoStartException refusal(RuntimeException failure) {
        if (failure instanceof MongoStartException refusal) {
            return refusal;
        }
        if (failure instanceof MongoIncompatibleDriverException) {
            return tooOld(failure);
        }
        if (failure instanceof MongoSecurityException) {
            return refusal(
                    "refuses the user or the password of SPRING_MONGODB_URI; correct them, and authSource if the"
                            + " user is kept in another database than admin.",
                    failure);
        }
        if (failure instanceof MongoException refused && refused.getCode() == UNAUTHORIZED) {
            return connection.hasUser()
                    ? refusal(
                            "does not let the user of SPRING_MONGODB_URI write to the database " + connection.database()
                                    + "; give it the role readWrite there.",
                            failure)
                    : refusal(
                            "wants to know who asks; put user and password into SPRING_MONGODB_URI:"
                                    + " mongodb://user:password@host/chatty.",
                            failure);
        }
        if (failure instanceof MongoTimeoutException) {
            return refusal(whyNobodyAnswers(), failure);
        }
        return refusal("cannot be used: " + failure.getMessage(), failure);
    }

    private String whyNobodyAnswers() {
        List<ServerDescription> servers = servers();
        if (servers.stream().anyMatch(server -> server.getType() == ServerType.REPLICA_SET_GHOST)) {
            return "belongs to a replica set that is not initiated; run rs.initiate() there once.";
        }
        if (servers.stream().anyMatch(ServerDescription::isOk)) {
            return "has no primary; start the other members of the replica set, a majority is needed" + unreachable()
                    + ".";
        }
        Set<ServerAddress> members =
                servers.stream().map(ServerDescription::getAddress).collect(Collectors.toSet());
        if (!connection.addresses().containsAll(members)) {
            return "calls its members " + names(members) + ", which do not answer" + unreachable()
                    + "; give them names that are known here, or add directConnection=true to SPRING_MONGODB_URI.";
        }
        return "does not answer" + unreachable() + (connection.namesASet() ? ", or belongs to another replica set" : "")
                + "; start it, or correct SPRING_MONGODB_URI (without it Chatty keeps everything in one SQLite file).";
    }

    private String unreachable() {
        return unreachable(client);
    }

    /** What the way to a server ended with, in brackets, or nothing. */
    static String unreachable(MongoClient client) {
        return client.getClusterDescription().getServerDescriptions().stream()
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .map(StartCheck::rootOf)
                .map(root -> root instanceof UnknownHostException ? "unknown host" : root.getMessage())
                .map(reason -> " (" + reason + ")")
                .findFirst()
                .orElse("");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private List<ServerDescription> servers() {
        return client.getClusterDescription().getServerDescriptions();
    }

    private static String names(Set<ServerAddress> servers) {
        return servers.stream().map(ServerAddress::toString).sorted().collect(Collectors.joining(", "));
    }

    private MongoStartException tooOld(@Nullable Throwable cause) {
        return refusal("is too old; Chatty needs version 6.0 or newer.", cause);
    }

    private MongoStartException refusal(String predicate) {
        return refusal(predicate, null);
    }

    private MongoStartException refusal(String predicate, @Nullable Throwable cause) {
        return new MongoStartException("MongoDB at " + connection.servers() + " " + predicate, cause);
    }
}
