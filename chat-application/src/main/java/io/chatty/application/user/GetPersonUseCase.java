package io.chatty.application.user;

import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;

/** Looks at one person. Thread-safe. */
public interface GetPersonUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} for anybody whom the viewer may not address */
    Person get(UserId viewer, UserId person);
}
