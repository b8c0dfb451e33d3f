package io.chatty.domain.user;

/** What stands between people changes: whoever keeps or shows something that follows from it must look again. */
public sealed interface RelationEvent {

    /** A person's name or preferences are other ones, or his account is deleted. */
    record AccountChanged(UserId person) implements RelationEvent {}

    /** The first block between two people is about to stand: what is to be kept from before is kept now. */
    record BlockAnnounced(UserId blocker, UserId blocked) implements RelationEvent {}

    /** A block stands or has ended. */
    record BlockChanged(UserId blocker, UserId blocked) implements RelationEvent {}
}
