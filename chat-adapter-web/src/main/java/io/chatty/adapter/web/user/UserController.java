package io.chatty.adapter.web.user;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.application.user.BrowseDirectoryUseCase;
import io.chatty.application.user.GetMeUseCase;
import io.chatty.application.user.GetPersonUseCase;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.MeResponse;
import io.chatty.wire.PersonResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
final class UserController {

    private static final String SEARCH = "q";

    private final GetMeUseCase getMe;
    private final GetPersonUseCase getPerson;
    private final BrowseDirectoryUseCase browseDirectory;
    private final Cursors cursors;

    UserController(
            GetMeUseCase getMe, GetPersonUseCase getPerson, BrowseDirectoryUseCase browseDirectory, Cursors cursors) {
        this.getMe = getMe;
        this.getPerson = getPerson;
        this.browseDirectory = browseDirectory;
        this.cursors = cursors;
    }

    @GetMapping("/me")
    MeResponse me(Session session) {
        return Bodies.me(getMe.get(session.userId()));
    }

    @GetMapping("/users/{id}")
    PersonResponse user(@PathVariable UserId id) {
        return Bodies.person(getPerson.get(id));
    }

    @GetMapping("/users")
    ResponseEntity<PageResponse<PersonResponse>> users(Session session, Query query) {
        UserId me = session.userId();
        int limit = query.limit();
        NameKey prefix = prefix(query);
        String cursor = query.text("cursor");
        query.check();
        // Another search is another list.
        String list = prefix == null ? "users" : "users?" + prefix.value();
        DirectoryPosition after = cursor == null ? null : position(cursors.open(list, me, cursor));
        List<Person> found = browseDirectory.browse(new DirectoryQuery(me, prefix, after, limit + 1));
        return PageResponse.of(found, limit, last -> cursors.seal(list, me, position(last)), Bodies::person)
                .answer(query);
    }

    private static @Nullable NameKey prefix(Query query) {
        String text = query.text(SEARCH);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (Texts.length(text) > DisplayName.MAX_CODE_POINTS) {
            query.reject(SEARCH, ViolationCode.TOO_LONG, "No name has more than 60 characters.");
        } else if (Texts.hasControl(text, c -> false)) {
            query.reject(SEARCH, ViolationCode.INVALID_CHARACTER, "No name has control characters.");
        }
        return NameKey.of(text.strip());
    }

    private static String position(Person person) {
        DirectoryPosition position = DirectoryPosition.of(person);
        return position.id() + " " + position.name().value();
    }

    /** Reads what {@link #position(Person)} wrote: an id has no space, a name may have some. */
    private static DirectoryPosition position(String written) {
        int space = written.indexOf(' ');
        return new DirectoryPosition(
                new NameKey(written.substring(space + 1)), new UserId(written.substring(0, space)));
    }
}
