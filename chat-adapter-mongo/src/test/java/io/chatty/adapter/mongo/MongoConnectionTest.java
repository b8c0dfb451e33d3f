package io.chatty.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.connection.ClusterConnectionMode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoConnectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://one,two/talk?replicaSet=rs0",
                "mongodb://one/talk?w=0",
                "mongodb://one/talk?w=1&journal=false&wtimeoutMS=1",
                "mongodb://one/talk?readConcernLevel=local&readPreference=secondaryPreferred",
                "mongodb://one/talk?retryWrites=false&retryReads=false",
                "mongodb://one/talk?timeoutMS=0&serverSelectionTimeoutMS=60000&connectTimeoutMS=60000"
            })
    void keepsItsPromisesWhateverTheStringSays(String uri) {
        MongoClientSettings settings = MongoConnection.parse(uri).settings();

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getRetryWrites()).isTrue();
        assertThat(settings.getRetryReads()).isTrue();
        assertThat(settings.getTimeout(TimeUnit.SECONDS)).isEqualTo(5);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    @Test
    void looksForTheWholeSetUnlessOneServerIsAskedFor() {
        assertThat(mode("mongodb://one")).isEqualTo(ClusterConnectionMode.MULTIPLE);
        assertThat(mode("mongodb://one/?replicaSet=rs0")).isEqualTo(ClusterConnectionMode.MULTIPLE);
        assertThat(mode("mongodb://one/?directConnection=true")).isEqualTo(ClusterConnectionMode.SINGLE);
        assertThat(mode("mongodb://one/?loadBalanced=true")).isEqualTo(ClusterConnectionMode.LOAD_BALANCED);
    }

    @Test
    void usesTheDatabaseThatIsNamed() {
        assertThat(MongoConnection.parse("mongodb://one,two:27018/talk").place())
                .isEqualTo("talk on one, two:27018");
        assertThat(MongoConnection.parse("mongodb://one").place()).isEqualTo("chatty on one");
    }

    @Test
    void showsNoSecretInItsPlace() {
        assertThat(MongoConnection.parse("mongodb://anna:opensesame@one/talk").place())
                .isEqualTo("talk on one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://anna:opensesame@one/talk",
                "mongodb://anna:opensesame:more@one/talk",
                "mongodb://anna:open@sesame@one/talk",
                "mongodb://anna:opensesame@one/ta lk?w=",
                "opensesame"
            })
    void refusesWhatIsNoConnectionStringWithoutRepeatingIt(String uri) {
        assertThatThrownBy(() -> MongoConnection.parse(uri).open().close())
                .isInstanceOf(MongoStartException.class)
                .hasMessageStartingWith("SPRING_MONGODB_URI is no connection string of MongoDB;")
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }

    private static ClusterConnectionMode mode(String uri) {
        return MongoConnection.parse(uri).settings().getClusterSettings().getMode();
    }
}
