package io.chatty.application.user;

import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.Person;
import java.util.List;

/** Finds people by name: everybody who lets himself be found, but for the one who asks. Thread-safe. */
public interface BrowseDirectoryUseCase {

    /**
     * A page, ordered by name; shorter than the limit only at the end. Empty in {@link DirectoryMode#EXACT}.
     *
     * @throws io.chatty.domain.ValidationException of {@code ?q} for a prefix in {@link DirectoryMode#EXACT}
     */
    List<Person> browse(DirectoryQuery query);
}
