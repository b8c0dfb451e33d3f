package io.chatty.wire;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** Domain values in their wire clothes, where both hold the same fields. */
@Mapper
interface BodyMapper {

    BodyMapper INSTANCE = Mappers.getMapper(BodyMapper.class);

    MeResponse me(User user);

    SessionResponse session(Session session, boolean current);

    PresenceResponse presence(Presence presence);

    ReceiptsResponse receipts(Marks marks, int unreadCount);

    default String text(UserId id) {
        return id.value();
    }

    default String text(DisplayName name) {
        return name.value();
    }

    default String text(EmailAddress email) {
        return email.value();
    }

    default String text(SessionId id) {
        return id.value();
    }

    default @Nullable String text(@Nullable ClientLabel client) {
        return client == null ? null : client.value();
    }

    default String text(PresenceState state) {
        return Words.write(state);
    }
}
