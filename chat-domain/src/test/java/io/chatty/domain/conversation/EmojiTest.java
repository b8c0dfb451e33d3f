package io.chatty.domain.conversation;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_FORMAT;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤️",
                "❤",
                "☺️",
                "🔥",
                "©️",
                "🫪",
                "1️⃣",
                "#️⃣",
                "*⃣",
                "🇩🇪",
                "🇺🇳",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "🏳️‍🌈",
                "🏴‍☠️",
                "👩🏽‍🚀",
                "👨‍👩‍👧‍👦",
                "👨🏻‍👩🏻‍👧🏻‍👦🏻",
                "🧑🏻‍❤️‍💋‍🧑🏿",
                "🙅🏻‍♂️"
            })
    void isOneEmojiOfAnyForm(String value) {
        assertThat(new Emoji(value).value()).isEqualTo(value);
        assertThat(new Emoji(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "#",
                "Ж",
                "👍👍",
                "👍 ",
                " 👍",
                "👍a",
                "🇩",
                "🇩🇪🇫🇷",
                "🇩🇪🇫",
                "👍\u200d",
                "\u200d👍",
                "\ufe0f",
                "👍\ufe0e",
                "⃣",
                "🏽👍🏽🏽",
                "👍🏽🏽",
                "1️",
                "<3",
                ":)",
                "\ud83d",
                "\ud83d\ud83d",
                "👍\n",
                "🏴\udb40\udc67",
                "e\u0301",
                "★",
                "→"
            })
    void isNothingElse(String value) {
        assertRefused(INVALID_FORMAT, value, Emoji::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍", "👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍", "aaaaaaaaaaaaaaaaa"})
    void isShort(String value) {
        assertRefused(TOO_LONG, value, Emoji::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍‍👍‍👍‍👍‍👍‍👍‍👍‍👍"})
    void isAsLongAsItMayBe(String value) {
        assertThat(new Emoji(value).value().codePoints()).hasSize(15);
    }
}
