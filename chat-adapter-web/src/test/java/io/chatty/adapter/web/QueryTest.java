package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void readsWhatIsEncoded() {
        Query query = new Query("/path", "q=a%26b+c%20d&%6Cimit=7&empty&=x");
        assertThat(query.text("q")).isEqualTo("a&b c d");
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.text("empty")).isEmpty();
        assertThat(query.text("other")).isNull();
        query.check();
    }

    @Test
    void gathersWhatIsWrong() {
        Query query = new Query("/path", "limit=0&q=%zz&n=1&n=2&%zz=1");
        query.limit();
        query.text("q");
        query.number("n");
        assertThatThrownBy(query::check)
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.field() + " " + violation.code())
                                .containsExactly(
                                        "?limit " + ViolationCode.OUT_OF_RANGE,
                                        "?q " + ViolationCode.INVALID_FORMAT,
                                        "?n " + ViolationCode.CONFLICT));
    }

    @Test
    void linksWithWhatWasAskedAndKnown() {
        Query query = new Query("/path", "q=%3E%3B&limit=5&before=3&unknown=%3E");
        query.text("q");
        query.limit();
        query.number("before");
        assertThat(query.link("next", List.of("before", "after"), Map.of("after", "9")))
                .isEqualTo("</path?q=%3E%3B&limit=5&after=9>; rel=\"next\"");
        assertThat(new Query("/path", null).link("prev", List.of(), Map.of())).isEqualTo("</path>; rel=\"prev\"");
    }
}
