package io.chatty.adapter.web.server;

import io.chatty.adapter.web.Query;
import io.chatty.adapter.web.WebProperties;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.wire.ServerIdentity;
import java.util.List;

/**
 * What the server is and what it accepts, for a client to ask before it offers anything to a person.
 *
 * @param features what goes beyond messages; a client ignores those it does not know
 * @param directory {@code open}: everybody who lets himself be found is listed
 * @param registration {@code open}: everybody may make an account
 */
record ServerResponse(
        String name, String version, List<String> features, String directory, String registration, Limits limits) {

    static ServerResponse of(ServerIdentity identity, WebProperties properties) {
        return new ServerResponse(
                identity.name(),
                identity.version(),
                List.of("presence", "receipts", "replies", "typing"),
                "open",
                "open",
                new Limits(
                        MessageText.MAX_CODE_POINTS,
                        0,
                        properties.bodyBytes().toBytes(),
                        properties.frameBytes().toBytes(),
                        DisplayName.MAX_CODE_POINTS,
                        EmailAddress.MAX_CODE_POINTS,
                        Password.MIN_CODE_POINTS,
                        Password.MAX_BYTES,
                        ClientLabel.MAX_CODE_POINTS,
                        ClientMessageId.MAX_LENGTH,
                        Query.MAX_LIMIT,
                        WatchPresenceUseCase.MAX_WATCHED));
    }

    /**
     * The greatest of what is accepted, but for {@code passwordMinCodePoints}.
     *
     * @param editWindowSeconds how long a message can be edited; 0 where it cannot
     */
    record Limits(
            int textCodePoints,
            int editWindowSeconds,
            long bodyBytes,
            long frameBytes,
            int nameCodePoints,
            int emailCodePoints,
            int passwordMinCodePoints,
            int passwordMaxBytes,
            int clientCodePoints,
            int clientMessageIdLength,
            int pageItems,
            int watchedPeople) {}
}
