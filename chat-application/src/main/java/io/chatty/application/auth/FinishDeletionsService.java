package io.chatty.application.auth;

import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.List;

final class FinishDeletionsService implements FinishDeletionsUseCase {

    private final UserRepository users;
    private final AccountEraser eraser;

    FinishDeletionsService(UserRepository users, AccountEraser eraser) {
        this.users = users;
        this.eraser = eraser;
    }

    @Override
    public int finish() {
        List<UserId> unfinished = users.findUnfinishedDeletions();
        unfinished.forEach(eraser::finish);
        return unfinished.size();
    }
}
