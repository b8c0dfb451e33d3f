package io.chatty.domain.user;

/** A place in the directory, which is ordered by folded name, then by id. */
public record DirectoryPosition(NameKey name, UserId id) {

    /** The place of a person. */
    public static DirectoryPosition of(Person person) {
        return new DirectoryPosition(NameKey.of(person.name().value()), person.id());
    }
}
