package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.ProblemException;
import io.chatty.wire.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** The pages that the {@code type} of a problem points to, made of the one table of problems. */
@Controller
final class ProblemPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @GetMapping("/problems")
    ResponseEntity<byte[]> list() {
        String rows = Stream.of(ProblemCode.values())
                .map(code -> filled(
                        "<li><a href=\"%s\">%s</a> (%d): %s</li>\n",
                        code.path(), code.code(), code.status(), escaped(code.title())))
                .collect(Collectors.joining());
        return page("Problems", "<h1>Problems</h1>\n<ul>\n" + rows + "</ul>\n");
    }

    @GetMapping("/problems/{code}")
    ResponseEntity<byte[]> one(@PathVariable String code) {
        ProblemCode problem = Stream.of(ProblemCode.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        String content =
                filled("""
                <h1>%s</h1>
                <p><code>%s</code>, HTTP status %d</p>
                <p>%s</p>
                <p><a href="/problems">All problems</a></p>
                """, escaped(problem.title()), problem.code(), problem.status(), escaped(problem.help()));
        return page(problem.code(), content);
    }

    private static ResponseEntity<byte[]> page(String title, String content) {
        String html = filled("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                </head>
                <body>
                %s</body>
                </html>
                """, title, content);
        return ResponseEntity.ok().contentType(HTML).cacheControl(AN_HOUR).body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String filled(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
