package io.chatty.domain.user;

/**
 * What there is between a viewer and another person. The rules of who is shown what follow from it.
 *
 * @param blocks whether the viewer blocks the other
 * @param blocked whether the other blocks the viewer
 */
public record Relation(Account viewer, Account other, boolean blocks, boolean blocked) {

    /** The account of one of the two. */
    public Account account(UserId person) {
        return person.equals(viewer.id()) ? viewer : other;
    }

    /** Whether a message of one would reach the other. */
    public boolean isOpen() {
        return !isBlocked() && !viewer.isDeleted() && !other.isDeleted();
    }

    /** Whether a block stands, whoever of the two blocks. */
    public boolean isBlocked() {
        return blocks || blocked;
    }

    /** Whether one is shown how far the other has read: who does not tell does not learn either. */
    public boolean showsReading() {
        return viewer.preferences().readReceipts() && other.preferences().readReceipts();
    }

    /** Whether one is shown if the other is there: who does not tell does not learn either. */
    public boolean showsPresence() {
        return isOpen()
                && viewer.preferences().presence()
                && other.preferences().presence();
    }

    /** Whether the other is told that the viewer types. */
    public boolean showsTyping() {
        return isOpen() && viewer.preferences().presence();
    }
}
