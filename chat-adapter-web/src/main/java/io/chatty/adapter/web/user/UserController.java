package io.chatty.adapter.web.user;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.application.user.BrowseDirectoryUseCase;
import io.chatty.application.user.ChangeProfileUseCase;
import io.chatty.application.user.GetMeUseCase;
import io.chatty.application.user.GetPersonUseCase;
import io.chatty.application.user.LookUpPersonUseCase;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.user.DirectoryPosition;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import io.chatty.wire.MeResponse;
import io.chatty.wire.PersonResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiController
final class UserController {

    private static final String SEARCH = "q";

    private final GetMeUseCase getMe;
    private final ChangeProfileUseCase changeProfile;
    private final GetPersonUseCase getPerson;
    private final LookUpPersonUseCase lookUpPerson;
    private final BrowseDirectoryUseCase browseDirectory;
    private final Cursors cursors;

    UserController(
            GetMeUseCase getMe,
            ChangeProfileUseCase changeProfile,
            GetPersonUseCase getPerson,
            LookUpPersonUseCase lookUpPerson,
            BrowseDirectoryUseCase browseDirectory,
            Cursors cursors) {
        this.getMe = getMe;
        this.changeProfile = changeProfile;
        this.lookUpPerson = lookUpPerson;
        this.getPerson = getPerson;
        this.browseDirectory = browseDirectory;
        this.cursors = cursors;
    }

    @GetMapping("/me")
    MeResponse me(Session session) {
        return Bodies.me(getMe.get(session.userId()));
    }

    @PatchMapping("/me")
    MeResponse change(Session session, JsonFields fields) {
        Field<DisplayName> name = fields.optional("name", DisplayName::new);
        JsonFields preferences = fields.optionalObject("preferences");
        Field<Boolean> readReceipts = preferences.optionalBoolean("readReceipts");
        Field<Boolean> presence = preferences.optionalBoolean("presence");
        Field<Boolean> discoverable = preferences.optionalBoolean("discoverable");
        fields.check();
        return Bodies.me(changeProfile.change(
                session.userId(),
                new ProfileChange(name.orNull(), readReceipts.orNull(), presence.orNull(), discoverable.orNull())));
    }

    @GetMapping("/users/{id}")
    PersonResponse user(Session session, @PathVariable UserId id) {
        return Bodies.person(getPerson.get(session.userId(), id));
    }

    @PostMapping("/users/lookup")
    PageResponse<PersonResponse> lookUp(Session session, ClientAddress from, JsonFields fields) {
        Field<EmailAddress> email = fields.required("email", EmailAddress::new);
        fields.check();
        return new PageResponse<>(
                lookUpPerson.lookUp(session.userId(), email.get(), from).stream()
                        .map(Bodies::person)
                        .toList(),
                null,
                null);
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
        return NameKey.of(Texts.trim(text));
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
