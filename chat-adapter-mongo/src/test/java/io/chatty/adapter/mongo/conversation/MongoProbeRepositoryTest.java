package io.chatty.adapter.mongo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ProbeRepositoryContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoProbeRepositoryTest extends ProbeRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Test
    void keepsOneRecord() {
        await(store().probes().save(new ClientMessageId("first")));
        await(store().probes().save(new ClientMessageId("second")));

        assertThat(mongo.mongo().collection("probes").find().map(probe -> probe.getString("mark")))
                .containsExactly("second");
    }
}
