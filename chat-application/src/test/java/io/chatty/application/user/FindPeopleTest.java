package io.chatty.application.user;

import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindPeopleTest {

    private final UserScene scene = new UserScene();
    private final UserAssembly assembly = scene.assembly;

    @Test
    void showsMeEverythingAboutMyself() {
        assertThat(assembly.getMe().get(ANNA.id())).isEqualTo(ANNA);
    }

    @Test
    void showsThePublicSideOfAPerson() {
        assertThat(assembly.getPerson().get(ANNA.id(), BOB.id())).isEqualTo(BOB.person());
    }

    @Test
    void doesNotFindNobody() {
        assertThatThrownBy(() -> assembly.getMe().get(user("nobody").id())).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThatThrownBy(
                        () -> assembly.getPerson().get(ANNA.id(), user("nobody").id()))
                .hasMessage(ErrorCode.NOT_FOUND.name());
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

    @Test
    void showsNobodyWhoDoesNotLetHimselfBeFoundByStrangers() {
        scene.hide(BOB);
        assertThatThrownBy(() -> assembly.getPerson().get(ANNA.id(), BOB.id())).hasMessage(ErrorCode.NOT_FOUND.name());
        assertThat(assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), BOB.email(), UserScene.HOME))
                .isEmpty();

        scene.store.messages().append(draft(BOB, ANNA, "hello"));

        assertThat(assembly.getPerson().get(ANNA.id(), BOB.id())).isEqualTo(BOB.person());
        assertThat(assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), BOB.email(), UserScene.HOME))
                .contains(BOB.person());
    }

    @Test
    void findsThePersonOfAMailbox() {
        assertThat(assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), new EmailAddress("BOB@example.org"), UserScene.HOME))
                .contains(BOB.person());
        assertThat(assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), ANNA.email(), UserScene.HOME))
                .isEmpty();
        assertThat(assembly.lookUpPerson(scene.limiter).lookUp(ANNA.id(), user("nobody").email(), UserScene.HOME))
                .isEmpty();
    }

    @Test
    void listsNobodyWherePeopleAreFoundByTheirMailboxOnly() {
        BrowseDirectoryUseCase exact = scene.assembly(DirectoryMode.EXACT).browseDirectory();

        assertThat(exact.browse(new DirectoryQuery(ANNA.id(), null, null, 50))).isEmpty();
        assertThatThrownBy(() -> exact.browse(new DirectoryQuery(ANNA.id(), NameKey.of("bob"), null, 50)))
                .hasMessage(ErrorCode.VALIDATION_FAILED.name());
    }

    private List<Person> browse(@Nullable String prefix, @Nullable DirectoryPosition after, int limit) {
        return assembly.browseDirectory()
                .browse(new DirectoryQuery(ANNA.id(), prefix == null ? null : NameKey.of(prefix), after, limit));
    }
}
