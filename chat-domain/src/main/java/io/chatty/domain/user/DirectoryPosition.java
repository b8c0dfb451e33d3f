package io.chatty.domain.user;

/** A place in the directory, which is ordered by folded name, then by id. */
public record DirectoryPosition(NameKey name, UserId id) {

    /**
     * The place of a person.
     *
     * @throws IllegalArgumentException for one whose account is deleted, who stands nowhere
     */
    public static DirectoryPosition of(Person person) {
        DisplayName name = person.name();
        if (name == null) {
            throw new IllegalArgumentException("a deleted account is in no directory");
        }
        return new DirectoryPosition(NameKey.of(name.value()), person.id());
    }
}
