package io.chatty.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

    private static final SettingsChange ARCHIVE = new SettingsChange(null, true, null, null);
    private static final SettingsChange MARK_UNREAD = new SettingsChange(null, null, null, true);

    /**
     * Histories in letters ({@code M}ute, {@code m} unmute, {@code A}rchive, {@code a} unarchive, {@code P}in, {@code n}ew
     * message), whether they end archived, and under which version.
     */
    private static final String HISTORIES = """
            -      false 0
            A      true  1
            Aa     false 2
            AA     true  1
            An     false 2
            Ann    false 2
            AnA    true  3
            AnAn   false 4
            AP     true  2
            APn    false 3
            AnP    false 3
            AnPm   false 3
            M      false 1
            MA     true  2
            MAn    true  2
            MAnnn  true  2
            MAm    true  3
            MAmn   false 4
            MAnm   true  3
            MAnmn  false 4
            MAna   false 3
            AM     true  2
            AMn    true  2
            AMnm   true  3
            AMnmn  false 4
            AnM    false 3
            AnMn   false 3
            AnMA   true  4
            nnA    true  1
            nnAn   false 2
            Mn     false 1
            MnA    true  2
            MnmA   true  3
            MM     false 1
            MAPnm  true  4
            """;

    @ParameterizedTest
    @MethodSource("histories")
    void isArchivedUntilTheNextMessageUnlessMuted(String history, boolean archived, long version) {
        Settings settings = Settings.NONE;
        long lastSeq = 0;
        long highest = 0;
        for (char step : history.toCharArray()) {
            if (step == 'n') {
                lastSeq++;
            } else {
                settings = settings.change(change(step), lastSeq, 0);
            }
            assertThat(settings.version(lastSeq)).isGreaterThanOrEqualTo(highest);
            highest = settings.version(lastSeq);
        }

        assertThat(settings.archived(lastSeq)).isEqualTo(archived);
        assertThat(settings.version(lastSeq)).isEqualTo(version);
        assertThat(settings.muted()).isEqualTo(history.lastIndexOf('M') > history.lastIndexOf('m'));
        assertThat(settings.pinned()).isEqualTo(history.indexOf('P') >= 0);
    }

    private static Stream<Arguments> histories() {
        return HISTORIES
                .lines()
                .map(line -> line.split(" +"))
                .map(row -> arguments(row[0].replace("-", ""), Boolean.valueOf(row[1]), Long.valueOf(row[2])));
    }

    @Test
    void isMarkedUnreadUntilMoreIsRead() {
        Settings marked = Settings.NONE.change(MARK_UNREAD, 9, 5);

        assertThat(marked.markedUnread(5)).isTrue();
        assertThat(marked.markedUnread(6)).isFalse();
        assertThat(marked.change(ARCHIVE, 9, 5).markedUnread(5)).isTrue();
        assertThat(marked.change(ARCHIVE, 9, 6).markedUnread(6)).isFalse();
        assertThat(marked.change(MARK_UNREAD, 9, 6).markedUnread(6)).isTrue();
        assertThat(marked.change(new SettingsChange(null, null, null, false), 9, 5)
                        .markedUnread(5))
                .isFalse();
    }

    @Test
    void staysTheSameWhereNothingIsAsked() {
        Settings settings = Settings.NONE.change(ARCHIVE, 9, 5);

        assertThat(settings.change(new SettingsChange(null, null, null, null), 12, 7))
                .isSameAs(settings);
        assertThat(settings.change(ARCHIVE, 9, 5)).isSameAs(settings);
        assertThat(settings.change(new SettingsChange(false, true, false, false), 9, 5))
                .isSameAs(settings);
        assertThat(settings.change(new SettingsChange(null, false, null, null), 10, 5))
                .isSameAs(settings);
    }

    private static SettingsChange change(char step) {
        return switch (step) {
            case 'M' -> new SettingsChange(true, null, null, null);
            case 'm' -> new SettingsChange(false, null, null, null);
            case 'A' -> ARCHIVE;
            case 'a' -> new SettingsChange(null, false, null, null);
            case 'P' -> new SettingsChange(null, null, true, null);
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}
