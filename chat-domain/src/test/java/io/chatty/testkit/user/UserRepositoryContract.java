package io.chatty.testkit.user;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static io.chatty.testkit.user.UserFixtures.userNamed;
import static io.chatty.testkit.user.UserFixtures.userWithEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.Concurrently;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link io.chatty.domain.user.UserRepository} promises. */
public abstract class UserRepositoryContract extends UserAccountContract {

    @Test
    void findsAUserAsItWasAdded() {
        User dora = new User(
                new UserId("u_dora"),
                new EmailAddress("Dora.Øst+chat@Example.ORG"),
                userNamed("x", "Dóra 🌊 Øst").name(),
                new PasswordHash("$2a$04$abc"),
                new Preferences(false, true, false),
                Admission.ONCE,
                ANNA.createdAt());
        register(dora);

        assertThat(store().users().findById(dora.id())).contains(dora);
        assertThat(store().users().findByEmail(dora.email())).contains(dora);
    }

    @Test
    void findsNobodyUnderUnknownIdsAndMailboxes() {
        assertThat(store().users().findById(STRANGER)).isEmpty();
        assertThat(store().users().findByEmail(user("stranger").email())).isEmpty();
    }

    @Test
    void findsAMailboxInAnyCase() {
        assertThat(store().users().findByEmail(new EmailAddress("ANNA@Example.Org")))
                .contains(ANNA);
    }

    @Test
    void refusesASecondUserOfAMailboxAndKeepsTheFirst() {
        User thief = userWithEmail("thief", "ANNA@example.org", "Anna");

        assertThat(store().users().add(thief)).isFalse();
        assertThat(store().users().findById(thief.id())).isEmpty();
        assertThat(store().users().findByEmail(thief.email())).contains(ANNA);
        assertThat(browseNames("anna")).containsExactly("Anna Lee");
    }

    @Test
    void storesOneOfManyRegistrationsOfAMailboxAtOnce() {
        List<User> rivals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String mailbox = "Rival@Example.org";
            rivals.add(userWithEmail(
                    "rival" + i, i % 2 == 0 ? mailbox : mailbox.toUpperCase(Locale.ROOT), "Rival number " + i));
        }

        List<Boolean> added =
                Concurrently.call(rivals.size(), i -> store().users().add(rivals.get(i)));

        assertThat(added).containsOnlyOnce(true);
        User winner = rivals.get(added.indexOf(true));
        assertThat(store().users().findByEmail(winner.email())).contains(winner);
        assertThat(browseNames("rival")).containsExactly(winner.name().value());
    }

    @Test
    void listsEverybodyButTheViewerByFoldedName() {
        register(userNamed("emil", "Émil"), userNamed("eva", "eva"), userNamed("zoe", "Zoë"));

        assertThat(browseNames(null)).containsExactly("Anna Lee", "Bob Stone", "Cara Núñez", "Émil", "eva", "Zoë");
        assertThat(browse(new DirectoryQuery(BOB.id(), null, null, 100)))
                .doesNotContain(BOB.person())
                .hasSize(5);
    }

    @Test
    void listsPeopleOfTheSameNameById() {
        register(userNamed("twin2", "Twin"), userNamed("twin1", "TWIN"), userNamed("twin3", "twin"));

        assertThat(browse(query("twin", null, 100)))
                .extracting(person -> person.id().value())
                .containsExactly("u_twin1", "u_twin2", "u_twin3");
    }

    @Test
    void leavesOutThoseWhoDoNotWantToBeFound() {
        User hidden = userNamed("hidden", "Anna Hidden");
        register(new User(
                hidden.id(),
                hidden.email(),
                hidden.name(),
                hidden.passwordHash(),
                new Preferences(true, true, false),
                Admission.OPEN,
                hidden.createdAt()));

        assertThat(browseNames(null)).doesNotContain("Anna Hidden");
        assertThat(browseNames("anna")).containsExactly("Anna Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria", "MARÍA", "lop", "lopez-garcía", "garcia", "maría lópez", "m"})
    void findsANameByTheBeginningOfAnyOfItsWordsWithoutCaseAndAccents(String typed) {
        register(userNamed("maria", "María López-García"));

        assertThat(browseNames(typed)).containsExactly("María López-García");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aria", "pez", "maria garcia", "mariax", "%", "_aria", "m%", "lop_z", "*", "m*", "[m]", "\\"})
    void findsNothingByOtherPartsAndPatterns(String typed) {
        register(userNamed("maria", "María López-García"));

        assertThat(browseNames(typed)).isEmpty();
    }

    @Test
    void takesPatternCharactersOfANameLiterally() {
        register(userNamed("percent", "100% Wool"), userNamed("digits", "1000 Wool"));

        assertThat(browseNames("100%")).containsExactly("100% Wool");
    }

    @Test
    void findsOnePersonOnceWhenSeveralOfItsWordsMatch() {
        register(userNamed("bo", "Bo Bob Bobson"));

        assertThat(browseNames("bo")).containsExactly("Bo Bob Bobson", "Bob Stone");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesThroughEverybodyOnce(int limit) {
        register(userNamed("twin2", "Twin"), userNamed("twin1", "Twin"), userNamed("twin3", "Twin"));

        assertThat(pageThrough(null, limit))
                .extracting(person -> person.id().value())
                .containsExactly("u_anna", "u_bob", "u_cara", "u_twin1", "u_twin2", "u_twin3");
        assertThat(pageThrough("tw", limit))
                .extracting(person -> person.id().value())
                .containsExactly("u_twin1", "u_twin2", "u_twin3");
    }

    @Test
    void continuesAfterAPlaceThatNobodyHolds() {
        DirectoryPosition between = new DirectoryPosition(NameKey.of("Bob Zzz"), STRANGER);

        assertThat(browse(query(null, between, 100))).containsExactly(CARA.person());
    }

    private List<Person> pageThrough(@Nullable String typed, int limit) {
        List<Person> all = new ArrayList<>();
        List<Person> page = browse(query(typed, null, limit));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = browse(query(typed, DirectoryPosition.of(page.get(page.size() - 1)), limit));
        }
        return all;
    }
}
