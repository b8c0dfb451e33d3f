package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.AuditRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditRepositoryTest extends AuditRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }

    @Override
    protected AuditRepository audit() {
        return new SqliteAuditRepository(sqlite.sqlite());
    }

    private void damage(String sql) {
        sqlite.reopen();
        sqlite.sqlite().writer().call(connection -> connection.update(sql));
    }

    @Override
    protected void loseTheSecondMessage() {
        damage("DELETE FROM message WHERE seq = 2");
    }

    @Override
    protected void keepTheSecondText() {
        damage("UPDATE message SET text = 'two' WHERE seq = 2");
    }

    @Override
    protected void markBeyondTheEnd() {
        damage("UPDATE member SET delivered_seq = 9 WHERE delivered_seq = 3");
    }

    @Override
    protected void pushDownInLists() {
        damage("UPDATE member SET listed_at = listed_at - 3600000 WHERE delivered_seq = 3");
    }
}
