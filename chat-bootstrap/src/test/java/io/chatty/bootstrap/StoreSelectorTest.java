package io.chatty.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.mock.env.MockEnvironment;

class StoreSelectorTest {

    @Test
    void keepsEverythingInOneFileByDefault() {
        assertThat(selected(new MockEnvironment())).containsExactly(StoreSelector.OnSqlite.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takesABlankAddressForNone(String blank) {
        assertThat(selected(new MockEnvironment().withProperty("spring.mongodb.uri", blank)))
                .containsExactly(StoreSelector.OnSqlite.class.getName());
    }

    @Test
    void takesMongoDbIfItsAddressIsGiven() {
        assertThat(selected(new MockEnvironment().withProperty("spring.mongodb.uri", "mongodb://localhost/chatty")))
                .containsExactly(StoreSelector.OnMongo.class.getName());
    }

    private static String[] selected(MockEnvironment environment) {
        return new StoreSelector(environment).selectImports(AnnotationMetadata.introspect(Chatty.class));
    }
}
