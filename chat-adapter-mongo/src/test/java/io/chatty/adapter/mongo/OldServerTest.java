package io.chatty.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers from before MongoDB 6.0 are refused, whether or not the driver would still talk to them. */
class OldServerTest {

    private static final String SENTENCE = " is too old; Chatty needs version 6.0 or newer.";

    /** What servers of 5.0 and 6.0 say of themselves when a connection is made. */
    private static final int WIRE_VERSION_OF_5_0 = 13;

    private static final int WIRE_VERSION_OF_6_0 = 17;

    @Test
    void refusesWhomTheDriverNoLongerTalksTo() {
        MongoServer old = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_4_0));
        try {
            String address = "localhost:" + old.bind().getPort();

            assertThatThrownBy(
                            () -> MongoStore.open("mongodb://" + address, true).close())
                    .isInstanceOf(MongoStartException.class)
                    .hasMessage("MongoDB at " + address + SENTENCE);
        } finally {
            old.shutdownNow();
        }
    }

    @Test
    void refusesASetOfWhichOneMemberIsTooOld() {
        StartCheck check = checkOf(
                member("one", ServerType.REPLICA_SET_PRIMARY, WIRE_VERSION_OF_6_0),
                member("two", ServerType.REPLICA_SET_SECONDARY, WIRE_VERSION_OF_5_0));

        assertThatThrownBy(() -> check.pass(false))
                .isInstanceOf(MongoStartException.class)
                .hasMessage("MongoDB at one, two" + SENTENCE);
    }

    @Test
    void takesTheOldestThatIsTested() {
        StartCheck check = checkOf(member("one", ServerType.REPLICA_SET_PRIMARY, WIRE_VERSION_OF_6_0));

        assertThatCode(() -> check.pass(false)).doesNotThrowAnyException();
    }

    private static StartCheck checkOf(ServerDescription... members) {
        MongoClient client = mock(MongoClient.class, RETURNS_DEEP_STUBS);
        when(client.getClusterDescription())
                .thenReturn(new ClusterDescription(
                        ClusterConnectionMode.MULTIPLE, ClusterType.REPLICA_SET, List.of(members)));
        return new StartCheck(MongoConnection.parse("mongodb://one,two/talk"), client);
    }

    private static ServerDescription member(String host, ServerType type, int wireVersion) {
        return ServerDescription.builder()
                .address(new ServerAddress(host))
                .state(ServerConnectionState.CONNECTED)
                .ok(true)
                .type(type)
                .maxWireVersion(wireVersion)
                .build();
    }
}
