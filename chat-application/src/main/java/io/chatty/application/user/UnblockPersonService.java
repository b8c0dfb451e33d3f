package io.chatty.application.user;

import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;

final class UnblockPersonService implements UnblockPersonUseCase {

    private final Relations relations;

    UnblockPersonService(Relations relations) {
        this.relations = relations;
    }

    @Override
    public void unblock(UserId me, UserId person) {
        relations.unblock(me, person);
    }
}
