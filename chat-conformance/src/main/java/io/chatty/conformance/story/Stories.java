package io.chatty.conformance.story;

import java.util.List;

/** The stories that exist. */
public final class Stories {

    private static final List<Story> ALL = List.of(
            new TwoPeopleTalk(),
            new EveryConnectionHears(),
            new OneOrderForAll(),
            new ReconnectLosesNothing(),
            new RepeatsNeverDouble(),
            new MessagesChange(),
            new DeletedBeforeTheRepeat(),
            new CutClientIsWhole(),
            new PollingClientIsWhole(),
            new PollsEndAtOnce(),
            new RefusalsAreCoded(),
            new LogOutClosesSockets(),
            new SessionsEndEverywhere(),
            new BlocksAreSilent(),
            new HiddenReadingStaysHidden(),
            new StrangersFindNobodyWhoHides(),
            new WatchersHearNothingHidden(),
            new DeletedAccountLeavesTheTalk(),
            new SendToEventLatency());

    private Stories() {}

    /** All of them, the plainest first. */
    public static List<Story> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException naming all when there is none
     */
    public static Story named(String name) {
        return ALL.stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no story " + name + ", only "
                        + ALL.stream().map(Story::name).toList()));
    }
}
