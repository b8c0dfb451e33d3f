package io.chatty.domain.user;

import java.util.Set;

/** What stands between people changes: whoever keeps or shows something that follows from it must look again. */
public sealed interface RelationEvent {

    /**
     * Something of a person's account is another, or it is deleted, which changes all of it.
     *
     * @param fields what may be another
     */
    record AccountChanged(UserId person, Set<AccountField> fields) implements RelationEvent {}

    /** The first block between two people is about to stand: what is to be kept from before is kept now. */
    record BlockAnnounced(UserId blocker, UserId blocked) implements RelationEvent {}

    /** A block stands or has ended. */
    record BlockChanged(UserId blocker, UserId blocked) implements RelationEvent {}
}
