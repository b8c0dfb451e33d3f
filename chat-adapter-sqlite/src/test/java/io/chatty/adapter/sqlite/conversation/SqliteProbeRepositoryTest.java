package io.chatty.adapter.sqlite.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ProbeRepositoryContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteProbeRepositoryTest extends ProbeRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }

    @Test
    void keepsOneRecord() {
        await(store().probes().save(new ClientMessageId("first")));
        await(store().probes().save(new ClientMessageId("second")));

        List<String> marks = sqlite.sqlite()
                .reader()
                .read(client ->
                        client.sql("SELECT mark FROM probe").query(String.class).list());
        assertThat(marks).containsExactly("second");
    }
}
