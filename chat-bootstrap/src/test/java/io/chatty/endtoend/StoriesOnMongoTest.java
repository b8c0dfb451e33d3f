package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.bootstrap.Chatty;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.story.Stories;
import io.chatty.conformance.story.Story;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** One setting, and the same application keeps everything in MongoDB, with the same stories. */
@SpringBootTest(
        classes = Chatty.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chatty.bcrypt-strength=4")
@ContextConfiguration(initializers = FreshMongoDatabase.class)
class StoriesOnMongoTest {

    @LocalServerPort
    private int port;

    static List<Story> stories() {
        return Stories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void holds(Story story) throws InterruptedException {
        story.play(ChattyServer.at("http://localhost:" + port));
    }

    @Test
    void bringsOneClientAndNothingOfTheOtherStore(ApplicationContext context) {
        assertThat(context.getBeansOfType(MongoStore.class)).hasSize(1);
        assertThat(context.getBeansOfType(SqliteStore.class)).isEmpty();
        assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
        // The store's own client is no bean, and Spring Boot makes none beside it.
        assertThat(context.getBeansOfType(MongoClient.class)).isEmpty();
        assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.matches("(?i).*mongo.*health.*"));
    }
}
