package io.chatty.adapter.sqlite.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MessageText;
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

    @Test
    void needsTheRoomOfTheLongestMessageEachTime() {
        await(store().probes().save(new ClientMessageId("first")));
        byte[] first = filling();
        await(store().probes().save(new ClientMessageId("second")));

        assertThat(first).hasSize(4 * MessageText.MAX_CODE_POINTS);
        assertThat(filling()).hasSameSizeAs(first).isNotEqualTo(first);
    }

    private byte[] filling() {
        return sqlite.sqlite()
                .reader()
                .read(client -> client.sql("SELECT filling FROM probe")
                        .query(byte[].class)
                        .single());
    }
}
