package io.chatty.adapter.stomp.presence;

import io.chatty.adapter.stomp.Command;
import io.chatty.adapter.stomp.Destination;
import io.chatty.adapter.stomp.Outcome;
import io.chatty.adapter.stomp.SendHandler;
import io.chatty.adapter.stomp.SessionDirectory;
import io.chatty.adapter.stomp.StompProperties;
import io.chatty.adapter.stomp.TokenBucket;
import io.chatty.adapter.stomp.TooFastException;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Field;
import io.chatty.wire.Json;
import io.chatty.wire.JsonFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

@Component
final class WatchHandler implements SendHandler {

    private final WatchPresenceUseCase watchPresence;
    private final SessionDirectory directory;
    private final Clock clock;
    private final int perMinute;

    WatchHandler(WatchPresenceUseCase watchPresence, SessionDirectory directory, Clock clock, StompProperties limits) {
        this.watchPresence = watchPresence;
        this.directory = directory;
        this.clock = clock;
        this.perMinute = limits.watchPerMinute();
    }

    @Override
    public Destination destination() {
        return Destination.PRESENCE_WATCH;
    }

    @Override
    public CompletionStage<Outcome> handle(Command command) {
        JsonFields fields = command.fields();
        Field<List<String>> ids = fields.requiredTexts("userIds", WatchPresenceUseCase.MAX_WATCHED);
        fields.check();
        WatchPace pace = command.note(
                WatchPace.class, () -> new WatchPace(new TokenBucket(perMinute, perMinute, Duration.ofMinutes(1))));
        long wait = pace.bucket().take(System.nanoTime());
        if (wait > 0) {
            throw new TooFastException(wait);
        }
        Set<UserId> people = new LinkedHashSet<>();
        for (String id : new LinkedHashSet<>(ids.get())) {
            try {
                people.add(new UserId(id));
            } catch (InvalidValueException nobody) {
                directory.tell(
                        command.connection(),
                        () -> Json.write(new Nobody("presence.changed", clock.instant(), id, "offline")));
            }
        }
        watchPresence.watch(command.connection(), people);
        return Outcome.accepted();
    }

    /** How fast a session may change whom it watches. */
    private record WatchPace(TokenBucket bucket) {}

    /** What is told of something that cannot be an id: the same as of an id that was never given out. */
    private record Nobody(String type, Instant at, String userId, String state) {}
}
