package io.chatty.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.StoreIdentityRepository} promises. */
public abstract class StoreIdentityRepositoryContract extends StoreContract {

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    @Test
    void beginsANewEpochWithTheOldKeyAtItsNextOpening() {
        var before = store().identity().identity();

        store().identity().renewEpoch();

        assertThat(store().identity().identity()).isEqualTo(before);
        reopen();
        var after = store().identity().identity();
        assertThat(after.epoch()).isNotBlank().isNotEqualTo(before.epoch());
        assertThat(after.cursorKey()).isEqualTo(before.cursorKey());
    }

    @Test
    void hasAnEpoch() {
        assertThat(store().identity().identity().epoch()).isNotBlank();
    }

    @Test
    void staysTheSameWhileTheStoreIsOpen() {
        var first = store().identity().identity();

        assertThat(Concurrently.call(8, i -> store().identity().identity())).allMatch(first::equals);
    }
}
