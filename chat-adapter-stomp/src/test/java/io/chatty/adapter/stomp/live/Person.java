package io.chatty.adapter.stomp.live;

import io.chatty.domain.auth.Session;
import io.chatty.domain.user.UserId;

/** Somebody who has signed in. */
record Person(UserId user, Session session, String token) {

    String id() {
        return user.value();
    }
}
