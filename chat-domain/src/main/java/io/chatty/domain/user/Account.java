package io.chatty.domain.user;

/**
 * What there is to know about a user where it is decided what others see.
 *
 * @param preferences those everybody starts with, once the account is deleted
 */
public record Account(Person person, Preferences preferences) {

    public UserId id() {
        return person.id();
    }

    public boolean isDeleted() {
        return person.isDeleted();
    }
}
