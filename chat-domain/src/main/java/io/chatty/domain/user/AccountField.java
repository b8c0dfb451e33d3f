package io.chatty.domain.user;

import java.util.EnumSet;
import java.util.Set;

/** Something of an account that decides what others see. */
public enum AccountField {
    NAME,
    READ_RECEIPTS,
    PRESENCE,
    DISCOVERABLE;

    /** What is different in two states of an account. */
    public static Set<AccountField> different(User before, User after) {
        Set<AccountField> different = EnumSet.noneOf(AccountField.class);
        Preferences old = before.preferences();
        Preferences now = after.preferences();
        addIf(different, NAME, !after.name().equals(before.name()));
        addIf(different, READ_RECEIPTS, now.readReceipts() != old.readReceipts());
        addIf(different, PRESENCE, now.presence() != old.presence());
        addIf(different, DISCOVERABLE, now.discoverable() != old.discoverable());
        return different;
    }

    /** What a change names, whether or not it makes a difference. */
    public static Set<AccountField> named(ProfileChange change) {
        Set<AccountField> named = EnumSet.noneOf(AccountField.class);
        addIf(named, NAME, change.name() != null);
        addIf(named, READ_RECEIPTS, change.readReceipts() != null);
        addIf(named, PRESENCE, change.presence() != null);
        addIf(named, DISCOVERABLE, change.discoverable() != null);
        return named;
    }

    private static void addIf(Set<AccountField> fields, AccountField field, boolean condition) {
        if (condition) {
            fields.add(field);
        }
    }
}
