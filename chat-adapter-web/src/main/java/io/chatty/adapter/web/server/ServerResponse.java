package io.chatty.adapter.web.server;

import io.chatty.adapter.web.Query;
import io.chatty.adapter.web.WebProperties;
import io.chatty.application.conversation.SyncUseCase;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimits;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import java.util.List;

/**
 * What the server is and what it accepts, for a client to ask before it offers anything to a person.
 *
 * @param features what goes beyond messages; a client ignores those it does not know
 * @param directory {@code open}: everybody who lets himself be found is listed; {@code exact}: nobody is
 * @param registration {@code open}: everybody may make an account; {@code closed}: only the operator
 */
record ServerResponse(
        String name, String version, List<String> features, String directory, String registration, Limits limits) {

    static final List<String> FEATURES = List.of(
            "blocks",
            "deletions",
            "edits",
            "lookup",
            "presence",
            "reactions",
            "receipts",
            "replies",
            "sessions",
            "settings",
            "sync",
            "typing");

    /**
     * The greatest of what is accepted, but for {@code passwordMinCodePoints}.
     *
     * @param editWindowSeconds from sending on, a message can be edited for this long; 0 where it cannot
     * @param changesPerMessage edits and reactions of a message, those taken back included
     * @param reactionsPerPerson different emoji of one person on a message
     * @param syncWaitSeconds how long a request for what happened may wait for it
     * @param openPolls requests of one person that wait at once; one more ends the oldest
     * @param messageBurst messages of one person at once
     * @param messagesPerSecond messages of one person in the long run
     * @param firstMessagesPerHour conversations that one person begins
     * @param lookupsPerHour how often one person looks somebody up by e-mail
     * @param requestsPerMinute requests of one person
     */
    record Limits(
            int textCodePoints,
            long editWindowSeconds,
            int changesPerMessage,
            int reactionsPerPerson,
            long bodyBytes,
            long frameBytes,
            int nameCodePoints,
            int emailCodePoints,
            int passwordMinCodePoints,
            int passwordMaxBytes,
            int clientCodePoints,
            int clientMessageIdLength,
            int pageItems,
            int watchedPeople,
            long syncWaitSeconds,
            int openPolls,
            int messageBurst,
            int messagesPerSecond,
            int firstMessagesPerHour,
            int lookupsPerHour,
            int requestsPerMinute) {

        static Limits of(WebProperties properties, ChangeLimits changes, RateLimits rates) {
            return new Limits(
                    MessageText.MAX_CODE_POINTS,
                    changes.editWindow().toSeconds(),
                    changes.changesPerMessage(),
                    Message.MAX_REACTIONS_OF_A_PERSON,
                    properties.bodyBytes().toBytes(),
                    properties.frameBytes().toBytes(),
                    DisplayName.MAX_CODE_POINTS,
                    EmailAddress.MAX_CODE_POINTS,
                    Password.MIN_CODE_POINTS,
                    Password.MAX_BYTES,
                    ClientLabel.MAX_CODE_POINTS,
                    ClientMessageId.MAX_LENGTH,
                    Query.MAX_LIMIT,
                    WatchPresenceUseCase.MAX_WATCHED,
                    SyncUseCase.MAX_WAIT.toSeconds(),
                    SyncUseCase.MAX_WAITING,
                    rates.quotaOf(RateLimit.MESSAGES).burst(),
                    rates.quotaOf(RateLimit.MESSAGES).rate(),
                    rates.quotaOf(RateLimit.FIRST_MESSAGES).rate(),
                    rates.quotaOf(RateLimit.LOOKUPS).rate(),
                    rates.quotaOf(RateLimit.REQUESTS).rate());
        }
    }
}
