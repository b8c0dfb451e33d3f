package io.chatty.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * What everybody may know about a user.
 *
 * @param name null once the account is deleted
 */
public record Person(UserId id, @Nullable DisplayName name) {

    public boolean isDeleted() {
        return name == null;
    }
}
