package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;

/**
 * Whoever watches a person of whom he may see nothing hears once that the person is offline, and nothing more, whatever the
 * two do: also an event that says the same again would tell when somebody came and went.
 */
public final class WatchersHearNothingHidden implements Story {

    @Override
    public String play(ChattyServer server) {
        ChattyPerson another = server.register("Another");
        for (Hiding hiding : Hiding.values()) {
            ChattyPerson watcher = server.register("Watcher");
            ChattyPerson hidden = server.register("Hidden");
            hide(hiding, watcher, hidden);
            expectSilence(hiding, watcher, hidden, another);
        }
        return Hiding.values().length + " reasons, one event each";
    }

    private static void hide(Hiding hiding, ChattyPerson watcher, ChattyPerson hidden) {
        if (hiding != Hiding.PERSON_IS_NOT_FOUND) {
            watcher.send(watcher.openConversationWith(hidden), "we know each other");
        }
        switch (hiding) {
            case WATCHER_BLOCKS -> block(watcher, hidden);
            case PERSON_BLOCKS -> block(hidden, watcher);
            case PERSON_HIDES -> prefer(hidden, "presence", false);
            case WATCHER_HIDES -> prefer(watcher, "presence", false);
            case PERSON_IS_NOT_FOUND -> prefer(hidden, "discoverable", false);
        }
    }

    private static void expectSilence(Hiding hiding, ChattyPerson watcher, ChattyPerson hidden, ChattyPerson another) {
        try (ChattySession atWatcher = watcher.connect()) {
            atWatcher.watch(hidden.id());
            ChattySession atHidden = hidden.connect();
            atHidden.appear("away");
            atHidden.appear("active");
            expectOffline(hiding, watcher, hidden);
            change(hiding, watcher, hidden);
            atHidden.leave();
            change(hiding, watcher, hidden);
            hidden.connect().leave();
            expectOffline(hiding, watcher, hidden);

            // Events of one session come in their order: whatever was told of the hidden one is there before this.
            atWatcher.watch(another.id());
            atWatcher.awaitEvent("presence.changed", "userId", another.id());
            List<JsonObject> heard =
                    atWatcher.events().seen(ChattySession.event("presence.changed", "userId", hidden.id()));
            Expect.that(
                    heard.size() == 1 && heard.stream().allMatch(WatchersHearNothingHidden::showsNothing),
                    "one event that shows nothing, with " + hiding,
                    heard);
        }
    }

    private static void expectOffline(Hiding hiding, ChattyPerson watcher, ChattyPerson hidden) {
        JsonObject seen = watcher.presenceOf(hidden);
        Expect.that(showsNothing(seen), "nothing to be seen with " + hiding, seen);
        if (hiding == Hiding.PERSON_HIDES) {
            JsonObject own = hidden.presenceOf(hidden);
            Expect.that(showsNothing(own), "offline to all, also to oneself", own);
        }
    }

    private static boolean showsNothing(JsonObject presence) {
        return presence.has("state", "offline") && !presence.has("lastSeenAt");
    }

    /** All that may be told again of the two, and shows nothing of one to the other. */
    private static void change(Hiding hiding, ChattyPerson watcher, ChattyPerson hidden) {
        for (ChattyPerson person : List.of(watcher, hidden)) {
            person.rest()
                    .patch("/api/v1/me", JsonObject.of("name", person.name() + " again"))
                    .expect(200);
            prefer(person, "readReceipts", false);
            prefer(person, "readReceipts", true);
        }
        ChattyPerson open = hiding == Hiding.PERSON_HIDES ? watcher : hidden;
        prefer(open, "presence", false);
        prefer(open, "presence", true);
    }

    private static void block(ChattyPerson blocker, ChattyPerson blocked) {
        blocker.rest().put("/api/v1/me/blocks/" + blocked.id(), null).expect(204);
    }

    private static void prefer(ChattyPerson person, String preference, boolean value) {
        person.rest()
                .patch("/api/v1/me", JsonObject.of("preferences", JsonObject.of(preference, value)))
                .expect(200);
    }

    /** Why the watcher may see nothing of the person. */
    private enum Hiding {
        WATCHER_BLOCKS,
        PERSON_BLOCKS,
        PERSON_HIDES,
        WATCHER_HIDES,
        PERSON_IS_NOT_FOUND
    }
}
