package io.chatty.domain.conversation;

import java.time.Duration;

/**
 * How long and how often a message may change. Deleting is always possible.
 *
 * @param editWindow from sending on, the text may be edited for this long; zero: never
 * @param changesPerMessage most edits and reactions, those taken back included, from 0
 */
public record ChangeLimits(Duration editWindow, int changesPerMessage) {

    /** @throws IllegalArgumentException if a limit is negative */
    public ChangeLimits {
        if (editWindow.isNegative() || changesPerMessage < 0) {
            throw new IllegalArgumentException("negative limit");
        }
    }
}
