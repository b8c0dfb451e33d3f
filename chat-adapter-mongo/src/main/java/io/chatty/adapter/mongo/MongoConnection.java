package io.chatty.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterSettings;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The way to the database. What a connection string says of concerns, preferences, retries and times does not count: those
 * are part of what Chatty promises. Everything else of it does.
 */
final class MongoConnection {

    private static final String USUAL_DATABASE = "chatty";

    /** How long a command may take, with the search for a primary, the wait for a connection and everything else. */
    private static final long COMMAND_MILLIS = 5_000;

    private static final int SERVER_SELECTION_MILLIS = 3_000;
    private static final int CONNECT_MILLIS = 3_000;

    private final ConnectionString string;

    private MongoConnection(ConnectionString string) {
        this.string = string;
    }

    /** @throws MongoStartException if it is no connection string, or one whose name the DNS does not know */
    static MongoConnection parse(String uri) {
        try {
            return new MongoConnection(new ConnectionString(uri));
        } catch (IllegalArgumentException e) {
            // The cause is left out: it may repeat the string, and the string may hold a password.
            throw new MongoStartException(
                    "SPRING_MONGODB_URI is no connection string of MongoDB; it looks like"
                            + " mongodb://host1,host2/chatty?replicaSet=rs0.",
                    null);
        } catch (MongoConfigurationException e) {
            throw new MongoStartException(
                    "The DNS has no records of the servers that SPRING_MONGODB_URI names; correct the name after"
                            + " mongodb+srv://.",
                    e);
        }
    }

    String database() {
        String named = string.getDatabase();
        return named == null ? USUAL_DATABASE : named;
    }

    /** The servers as the connection string names them. */
    String servers() {
        return String.join(", ", string.getHosts());
    }

    /** Database and servers, without whatever is secret. */
    String place() {
        return database() + " on " + servers();
    }

    Set<ServerAddress> addresses() {
        return string.getHosts().stream().map(ServerAddress::new).collect(Collectors.toSet());
    }

    boolean namesASet() {
        return string.getRequiredReplicaSetName() != null;
    }

    boolean hasUser() {
        return string.getCredential() != null;
    }

    /** @throws MongoStartException if what the connection string asks for cannot be done here */
    MongoClient open() {
        try {
            return MongoClients.create(settings());
        } catch (RuntimeException e) {
            throw new MongoStartException("SPRING_MONGODB_URI asks for what cannot be done here: " + e.getMessage(), e);
        }
    }

    MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(string)
                .applicationName("chatty")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                // The driver repeats a command once, when a fail-over or a lost connection interrupts it. A write has a
                // number by which the server recognises it: it happens once. The time counts both attempts.
                .retryWrites(true)
                .retryReads(true)
                .timeout(COMMAND_MILLIS, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(this::find)
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    /** Of a set that is named by one of its members all are found, so that any of them may become the primary. */
    private void find(ClusterSettings.Builder cluster) {
        cluster.serverSelectionTimeout(SERVER_SELECTION_MILLIS, TimeUnit.MILLISECONDS);
        if (!Boolean.TRUE.equals(string.isDirectConnection()) && !Boolean.TRUE.equals(string.isLoadBalanced())) {
            cluster.mode(ClusterConnectionMode.MULTIPLE);
        }
    }
}
