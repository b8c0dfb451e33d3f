package io.chatty.domain.conversation;

/**
 * Marks as somebody else is shown them.
 *
 * @param readShown whether how far the person has read is shown as well
 */
public record ShownMarks(Marks marks, boolean readShown) {

    /** Only what is shown. */
    Marks visible() {
        return readShown ? marks : new Marks(0, null, marks.deliveredSeq(), marks.deliveredAt());
    }
}
