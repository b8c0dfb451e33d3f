package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ConversationRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteConversationRepositoryTest extends ConversationRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
