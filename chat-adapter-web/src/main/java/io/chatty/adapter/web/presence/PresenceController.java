package io.chatty.adapter.web.presence;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Query;
import io.chatty.application.presence.GetPresenceUseCase;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.PresenceResponse;
import io.chatty.wire.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

@ApiController
final class PresenceController {

    private static final String PEOPLE = "userIds";
    private static final int MAX_PEOPLE = 100;

    private final GetPresenceUseCase getPresence;

    PresenceController(GetPresenceUseCase getPresence) {
        this.getPresence = getPresence;
    }

    @GetMapping("/presence")
    PresencesResponse presence(Session session, Query query) {
        List<String> wanted = wanted(query);
        List<UserId> possible = wanted.stream()
                .map(PresenceController::id)
                .filter(Objects::nonNull)
                .toList();
        Map<String, PresenceResponse> known = new HashMap<>();
        for (Presence presence : getPresence.get(session.userId(), possible)) {
            known.put(presence.userId().value(), Bodies.presence(presence));
        }
        return new PresencesResponse(wanted.stream()
                .map(id -> known.getOrDefault(id, new PresenceResponse(id, Words.write(PresenceState.OFFLINE), null)))
                .toList());
    }

    private static List<String> wanted(Query query) {
        String ids = query.text(PEOPLE);
        List<String> wanted = ids == null
                ? List.of()
                : Stream.of(ids.split(","))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
        if (wanted.size() > MAX_PEOPLE) {
            query.reject(PEOPLE, ViolationCode.TOO_LONG, "At most 100 people are expected.");
        }
        query.check();
        if (wanted.isEmpty()) {
            query.reject(PEOPLE, ViolationCode.REQUIRED, "At least one person is expected.");
            query.check();
        }
        return wanted;
    }

    /** What cannot be an id is nobody's, and nobody is offline. */
    private static @Nullable UserId id(String text) {
        try {
            return new UserId(text);
        } catch (InvalidValueException e) {
            return null;
        }
    }

    /** @param items one for each person asked for, in the order in which they were named */
    record PresencesResponse(List<PresenceResponse> items) {}
}
