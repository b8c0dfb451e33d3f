package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.wire.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

/** The pages behind the types of problems. */
class ProblemPagesTest extends WebTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void explainsEveryProblem(ProblemCode code) {
        Answer answer = anonymous("GET", code.path()).expect(200).assertHeaders();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.text())
                .contains(code.code(), String.valueOf(code.status()))
                .contains(HtmlUtils.htmlEscape(code.title()), HtmlUtils.htmlEscape(code.help()));
    }

    @Test
    void listsAllProblems() {
        String page = anonymous("GET", "/problems").expect(200).assertHeaders().text();
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(page).contains("href=\"" + code.path() + "\"");
        }
    }

    @Test
    void knowsNoOtherProblem() {
        anonymous("GET", "/problems/NOT_FOUND").refused(404, "not-found");
        anonymous("GET", "/problems/no-such-problem").refused(404, "not-found");
    }
}
