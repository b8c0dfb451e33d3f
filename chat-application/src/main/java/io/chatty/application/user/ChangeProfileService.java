package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.Set;

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
        relations.changed(me, changed(before, after, change));
        if (!after.name().equals(before.name())) {
            announcer.announce(after.person());
        }
        return after;
    }

    /** Where nothing changed, what was named: a crash may have come between the change and this, and the person tried again. */
    private static Set<AccountField> changed(User before, User after, ProfileChange change) {
        Set<AccountField> different = AccountField.different(before, after);
        return different.isEmpty() ? AccountField.named(change) : different;
    }
}
