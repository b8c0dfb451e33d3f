package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of everything that was acknowledged.
 *
 * @param acknowledged messages that the server said are stored
 * @param lost of these, and of their changes, what is not there
 * @param doubled what is there twice
 * @param reordered where two observers disagree, or the order of one sender is another one
 * @param gaps missing numbers
 * @param unreadMismatches unread counts that are not what a recount gives
 * @param wrongMarks marks above the head, or below what was reported
 */
record CrashVerdict(
        long acknowledged, long lost, long doubled, long reordered, long gaps, long unreadMismatches, long wrongMarks) {

    /** So much was acknowledged, and all is well. */
    static CrashVerdict clean(long acknowledged) {
        return new CrashVerdict(acknowledged, 0, 0, 0, 0, 0, 0);
    }

    /** Nothing of what was acknowledged is lost, doubled or disagreed about. */
    void assertClean() {
        assertThat(this).isEqualTo(clean(acknowledged));
    }

    static CrashVerdict reordered(long reordered) {
        return new CrashVerdict(0, 0, 0, reordered, 0, 0, 0);
    }

    CrashVerdict plus(CrashVerdict other) {
        return new CrashVerdict(
                acknowledged + other.acknowledged,
                lost + other.lost,
                doubled + other.doubled,
                reordered + other.reordered,
                gaps + other.gaps,
                unreadMismatches + other.unreadMismatches,
                wrongMarks + other.wrongMarks);
    }

    @Override
    public String toString() {
        return acknowledged + " acknowledged, " + lost + " lost, " + doubled + " doubled, " + reordered
                + " reordered, " + gaps + " gaps, " + unreadMismatches + " unread mismatches, " + wrongMarks
                + " wrong marks";
    }
}
