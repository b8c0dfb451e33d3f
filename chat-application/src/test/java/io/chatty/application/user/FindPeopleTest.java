package io.chatty.application.user;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserRepository;
import io.chatty.testkit.user.FakeUserRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindPeopleTest {

    private final UserRepository users = new FakeUserRepository();
    private final UserAssembly assembly = new UserAssembly(users);

    @BeforeEach
    void threePeopleAreRegistered() {
        List.of(CARA, ANNA, BOB).forEach(users::add);
    }

    @Test
    void showsMeEverythingAboutMyself() {
        assertThat(assembly.getMe().get(ANNA.id())).isEqualTo(ANNA);
    }

    @Test
    void showsThePublicSideOfAPerson() {
        assertThat(assembly.getPerson().get(BOB.id())).isEqualTo(BOB.person());
    }

    @Test
    void doesNotFindNobody() {
        assertThatThrownBy(() -> assembly.getMe().get(user("nobody").id())).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(() -> assembly.getPerson().get(user("nobody").id())).hasMessage(ErrorCode.NOT_FOUND.name());
    }

    @Test
    void browsesEverybodyElseByName() {
        assertThat(browse(null, null, 50)).containsExactly(BOB.person(), CARA.person());
        assertThat(browse(null, null, 1)).containsExactly(BOB.person());
        assertThat(browse(null, DirectoryPosition.of(BOB.person()), 50)).containsExactly(CARA.person());
    }

    @Test
    void findsPeopleByAnyWordOfTheirName() {
        assertThat(browse("NUN", null, 50)).containsExactly(CARA.person());
        assertThat(browse("anna", null, 50)).isEmpty();
    }

    private List<Person> browse(@Nullable String prefix, @Nullable DirectoryPosition after, int limit) {
        return assembly.browseDirectory()
                .browse(new DirectoryQuery(ANNA.id(), prefix == null ? null : NameKey.of(prefix), after, limit));
    }
}
