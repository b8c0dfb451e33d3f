package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.sqlite.SqliteStore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** One setting, and the same application keeps everything in MongoDB, with the same stories. */
@Tag("heavy")
@ContextConfiguration(initializers = FreshMongoDatabase.class, inheritInitializers = false)
class StoriesOnMongoTest extends StoriesTest {

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
