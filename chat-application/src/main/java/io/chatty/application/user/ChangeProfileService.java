package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;

final class ChangeProfileService implements ChangeProfileUseCase {

    private final UserRepository users;
    private final Relations relations;
    private final PersonAnnouncer announcer;

    ChangeProfileService(UserRepository users, Relations relations, PersonAnnouncer announcer) {
        this.users = users;
        this.relations = relations;
        this.announcer = announcer;
    }

    @Override
    public User change(UserId me, ProfileChange change) {
        User before = users.findById(me).orElseThrow(NOT_FOUND::refusal);
        User after = users.change(me, change).orElseThrow(NOT_FOUND::refusal);
        // Also where nothing changed: a crash may have come between the change and this, and the person tried again.
        relations.changed(me);
        if (!after.name().equals(before.name())) {
            announcer.announce(after.person());
        }
        return after;
    }
}
