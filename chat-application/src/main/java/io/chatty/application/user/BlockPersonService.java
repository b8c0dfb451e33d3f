package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.CANNOT_MESSAGE_SELF;
import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Clock;

final class BlockPersonService implements BlockPersonUseCase {

    private final Relations relations;
    private final Clock clock;

    BlockPersonService(Relations relations, Clock clock) {
        this.relations = relations;
        this.clock = clock;
    }

    @Override
    public void block(UserId me, UserId person) {
        if (me.equals(person)) {
            throw CANNOT_MESSAGE_SELF.refusal();
        }
        boolean blocked = relations.between(me, person).map(Relation::blocks).orElse(false);
        if (!blocked && relations.addressable(me, person).isEmpty()) {
            throw NOT_FOUND.refusal();
        }
        relations.block(me, person, clock.instant());
    }
}
