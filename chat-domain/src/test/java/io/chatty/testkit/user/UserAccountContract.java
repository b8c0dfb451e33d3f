package io.chatty.testkit.user;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static io.chatty.testkit.user.UserFixtures.userNamed;
import static io.chatty.testkit.user.UserFixtures.userWithEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How accounts change and end. */
abstract class UserAccountContract extends StoreContract {

    protected static final UserId STRANGER = user("stranger").id();

    @Test
    void replacesAPasswordThatIsTheExpectedOne() {
        PasswordHash stronger = new PasswordHash("stronger");

        assertThat(store().users().replacePassword(ANNA.admitted(Admission.ONCE), stronger, Admission.OPEN))
                .isFalse();
        assertThat(store().users().replacePassword(ANNA, stronger, Admission.SPENT))
                .isTrue();
        assertThat(store().users().replacePassword(ANNA, new PasswordHash("late"), Admission.OPEN))
                .isFalse();
        assertThat(store().users().replacePassword(user("stranger"), stronger, Admission.OPEN))
                .isFalse();
        assertThat(store().users().findById(ANNA.id())).contains(ANNA.withPassword(stronger, Admission.SPENT));
    }

    @Test
    void replacesAPasswordOnceWhenManyTryAtOnce() {
        List<Boolean> replaced = Concurrently.call(
                20, i -> store().users().replacePassword(ANNA, new PasswordHash("hash " + i), Admission.OPEN));

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(store().users().findById(ANNA.id()).orElseThrow().passwordHash())
                .isEqualTo(new PasswordHash("hash " + replaced.indexOf(true)));
    }

    @Test
    void admitsAPersonOrNot() {
        store().users().admit(ANNA.id(), Admission.DISABLED);
        store().users().admit(STRANGER, Admission.DISABLED);

        assertThat(store().users().findById(ANNA.id())).contains(ANNA.admitted(Admission.DISABLED));
    }

    @Test
    void changesWhatIsNamedOfAProfileAndTheDirectoryWithIt() {
        ProfileChange renamed = new ProfileChange(userNamed("x", "Änne Lee").name(), null, false, null);

        assertThat(store().users().change(ANNA.id(), renamed)).contains(ANNA.change(renamed));
        assertThat(store().users().findById(ANNA.id())).contains(ANNA.change(renamed));
        assertThat(browseNames("anne")).containsExactly("Änne Lee");
        assertThat(browseNames("anna")).isEmpty();
        assertThat(store().users().change(ANNA.id(), new ProfileChange(null, null, null, false)))
                .contains(ANNA.change(renamed).change(new ProfileChange(null, null, null, false)));
        assertThat(browseNames(null)).containsExactly("Bob Stone", "Cara Núñez");
        assertThat(store().users().change(STRANGER, renamed)).isEmpty();
    }

    @Test
    void losesNoneOfManyChangesAtOnce() {
        Concurrently.call(
                30,
                i -> store().users()
                        .change(
                                ANNA.id(),
                                new ProfileChange(
                                        i % 3 == 0 ? userNamed("x", "Anna Four").name() : null,
                                        i % 3 == 1 ? false : null,
                                        i % 3 == 2 ? false : null,
                                        null)));

        assertThat(store().users().findById(ANNA.id()))
                .contains(ANNA.change(
                        new ProfileChange(userNamed("x", "Anna Four").name(), false, false, null)));
    }

    @Test
    void knowsADeletedUserNoMoreAndFreesTheMailbox() {
        assertThat(store().users().delete(ANNA.id(), NOW)).isTrue();
        assertThat(store().users().delete(ANNA.id(), NOW)).isFalse();
        assertThat(store().users().delete(STRANGER, NOW)).isFalse();

        assertThat(store().users().findById(ANNA.id())).isEmpty();
        assertThat(store().users().findByEmail(ANNA.email())).isEmpty();
        assertThat(browseNames("anna")).isEmpty();
        assertThat(store().users().change(ANNA.id(), new ProfileChange(BOB.name(), null, null, null)))
                .isEmpty();
        assertThat(store().users().replacePassword(ANNA, BOB.passwordHash(), Admission.OPEN))
                .isFalse();
        register(userWithEmail("anna2", ANNA.email().value(), "Anna Again"));
    }

    @Test
    void deletesOnceWhenManyTryAtOnce() {
        assertThat(Concurrently.call(20, i -> store().users().delete(ANNA.id(), NOW)))
                .containsOnlyOnce(true);
    }

    @Test
    void remembersWhoseDeletionIsNotFinished() {
        store().users().delete(ANNA.id(), NOW);
        store().users().delete(BOB.id(), NOW);
        store().users().finishDeletion(BOB.id());
        store().users().finishDeletion(CARA.id());

        assertThat(store().users().findUnfinishedDeletions()).containsExactly(ANNA.id());
        assertThat(store().users().findById(CARA.id())).contains(CARA);
    }

    @Test
    void listsAllUsersById() {
        store().users().delete(BOB.id(), NOW);

        assertThat(store().users().list(null, 1)).containsExactly(ANNA);
        assertThat(store().users().list(ANNA.id(), 10)).containsExactly(CARA);
    }

    @Test
    void findsTheAccountsOfThoseWhoEverWere() {
        store().users().delete(CARA.id(), NOW);

        assertThat(store().users().findAccounts(List.of(ANNA.id(), STRANGER, CARA.id(), ANNA.id())))
                .containsOnly(
                        Map.entry(ANNA.id(), new Account(ANNA.person(), ANNA.preferences())),
                        Map.entry(CARA.id(), new Account(new Person(CARA.id(), null), Preferences.DEFAULT)));
        assertThat(store().users().findAccounts(List.of())).isEmpty();
    }

    protected final List<String> browseNames(@Nullable String typed) {
        return browse(query(typed, null, 100)).stream()
                .map(person -> Objects.requireNonNull(person.name()).value())
                .toList();
    }

    protected final List<Person> browse(DirectoryQuery query) {
        return store().users().browse(query);
    }

    protected static DirectoryQuery query(@Nullable String typed, @Nullable DirectoryPosition after, int limit) {
        return new DirectoryQuery(STRANGER, typed == null ? null : NameKey.of(typed), after, limit);
    }
}
