package io.chatty.endtoend;

/** What became of everything that was acknowledged. */
record CrashVerdict(long acknowledged, long lost, long doubled, long reordered, long gaps, long unreadMismatches) {

    static final CrashVerdict NOTHING = new CrashVerdict(0, 0, 0, 0, 0, 0);

    CrashVerdict plus(CrashVerdict other) {
        return new CrashVerdict(
                acknowledged + other.acknowledged,
                lost + other.lost,
                doubled + other.doubled,
                reordered + other.reordered,
                gaps + other.gaps,
                unreadMismatches + other.unreadMismatches);
    }
}
