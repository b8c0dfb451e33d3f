package io.chatty.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.StoreIdentityRepository} promises. */
public abstract class StoreIdentityRepositoryContract extends StoreContract {

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
