package io.chatty.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The way to the database. What a connection string says of concerns, preferences and times does not count: those are part
 * of what Chatty promises.
 */
final class MongoConnection {

    private static final String USUAL_DATABASE = "chatty";

    /** How long a command may take, with the search for a primary and everything else. */
    private static final long COMMAND_MILLIS = 5_000;

    private static final int SERVER_SELECTION_MILLIS = 3_000;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_CONNECTIONS = 100;

    /** MongoDB 6.0, the oldest that is tested. */
    private static final int OLDEST_WIRE_VERSION = 17;

    /** Unauthorized, AuthenticationFailed. */
    private static final int UNAUTHORIZED = 13;

    private final ConnectionString string;

    private MongoConnection(ConnectionString string) {
        this.string = string;
    }

    static MongoConnection parse(String uri) {
        try {
            return new MongoConnection(new ConnectionString(uri));
        } catch (IllegalArgumentException e) {
            // The cause is left out: it may repeat the string, and the string may hold a password.
            throw new MongoStartException(
                    "SPRING_MONGODB_URI is no connection string of MongoDB; it looks like"
                            + " mongodb://host1,host2/chatty?replicaSet=rs0.",
                    null);
        }
    }

    String database() {
        String named = string.getDatabase();
        return named == null ? USUAL_DATABASE : named;
    }

    /** Servers and database, without whatever is secret. */
    String place() {
        return database() + " on " + String.join(", ", string.getHosts());
    }

    MongoClient open() {
        try {
            return MongoClients.create(settings());
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(string)
                .applicationName("chatty")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                // A write that a fail-over interrupts is sent again under the same number, and happens once.
                .retryWrites(true)
                .retryReads(true)
                .timeout(COMMAND_MILLIS, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(MOST_CONNECTIONS))
                .build();
    }

    /**
     * Looks whether the server can keep what is promised.
     *
     * @throws MongoStartException if it cannot
     */
    void check(MongoClient client, boolean allowStandalone) {
        client.getDatabase(database()).runCommand(new Document("ping", 1));
        for (ServerDescription server : client.getClusterDescription().getServerDescriptions()) {
            if (server.getType() == ServerType.STANDALONE && !allowStandalone) {
                throw new MongoStartException(
                        "MongoDB at " + place() + " is no replica set, so a crash could take back what was acknowledged:"
                                + " start mongod with --replSet and initiate the set (one node will do), or set"
                                + " CHATTY_MONGO_ALLOWSTANDALONE=true for a trial.",
                        null);
            }
            if (server.isOk() && server.getMaxWireVersion() < OLDEST_WIRE_VERSION && !allowStandalone) {
                throw new MongoStartException(
                        "MongoDB at " + place() + " is too old; Chatty needs version 6.0 or newer.", null);
            }
        }
    }

    /** The sentence for a failure of the start. */
    MongoStartException refusal(RuntimeException failure) {
        if (failure instanceof MongoSecurityException) {
            return new MongoStartException(
                    "MongoDB at " + place() + " refuses the user or the password of SPRING_MONGODB_URI.", failure);
        }
        if (failure instanceof MongoCommandException command && command.getErrorCode() == UNAUTHORIZED) {
            return new MongoStartException(
                    "The user of SPRING_MONGODB_URI may not use the database " + place()
                            + "; give it the roles readWrite and dbAdmin there.",
                    failure);
        }
        if (failure instanceof MongoTimeoutException) {
            return new MongoStartException(
                    "MongoDB at " + place() + " does not answer, or has no primary; start it, or correct"
                            + " SPRING_MONGODB_URI (without it Chatty keeps everything in one SQLite file).",
                    failure);
        }
        return new MongoStartException("MongoDB at " + place() + " cannot be used: " + failure.getMessage(), failure);
    }
}
