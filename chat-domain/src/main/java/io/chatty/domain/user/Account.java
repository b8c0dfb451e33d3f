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

    /**
     * The one rule of whom others may address, look at or block.
     *
     * @param acquainted whether they have a message in common
     */
    public boolean isAddressable(boolean acquainted) {
        return !isDeleted() && (acquainted || preferences.discoverable());
    }
}
