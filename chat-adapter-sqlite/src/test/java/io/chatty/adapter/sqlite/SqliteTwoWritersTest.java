package io.chatty.adapter.sqlite;

import io.chatty.testkit.Store;
import io.chatty.testkit.TwoWritersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One process opens the file, so the two share its one writer. */
class SqliteTwoWritersTest extends TwoWritersContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
