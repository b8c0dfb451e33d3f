package io.chatty.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetJoinerTest {

    private final Map<String, byte[]> files = new TreeMap<>(Map.of(
            "css/one.css", utf8("a { color: red; }\n"), "css/two.css", utf8("b::after { content: '$1\\\\'; }\n")));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void putsEachSheetWhereItIsImported() {
        files.put("css/index.css", utf8("@import './two.css';\n@import './one.css';\n"));
        SheetJoiner.join(files, "css/index.css");
        assertThat(files).containsOnlyKeys("css/index.css");
        assertThat(files.get("css/index.css"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "/* css/two.css */\nb::after { content: '$1\\\\'; }\n\n/* css/one.css */\na { color: red; }\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@import './none.css';", "@import url('one.css');", "@import './one.css' print;"})
    void refusesWhatItCannotJoin(String line) {
        files.put("css/index.css", utf8(line));
        assertThatThrownBy(() -> SheetJoiner.join(files, "css/index.css")).isInstanceOf(IllegalStateException.class);
    }
}
