package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files over HTTP. */
class PageTest extends WebTest {

    private static final String FOR_EVER = "max-age=31536000, public, immutable";

    private String html() {
        return anonymous("GET", "/").expect(200).text();
    }

    /** The first address in the document that looks like this. */
    private String address(String pattern) {
        Matcher found = Pattern.compile("\"(" + pattern + ")\"").matcher(html());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void isTheSameForEveryConversationAndAskedForEachTime() {
        Answer page = anonymous("GET", "/").expect(200).assertHeaders();
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(anonymous("GET", "/c/c_whatever").expect(200).text()).isEqualTo(page.text());
    }

    @Test
    void namesItsImportMapByHash() throws NoSuchAlgorithmException {
        Answer page = anonymous("GET", "/").expect(200);
        Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page.text());
        assertThat(map.find()).isTrue();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
        String policy = Objects.requireNonNull(page.header("Content-Security-Policy"));
        assertThat(policy)
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';")
                .contains("default-src 'none'", "style-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/[0-9a-f]+/app/main.js, text/javascript;charset=UTF-8",
        "/assets/[0-9a-f]+/app/theme.js, text/javascript;charset=UTF-8",
        "/assets/[0-9a-f]+/app/css/index.css, text/css;charset=UTF-8",
        "/assets/[0-9a-f]+/app/icons/favicon.svg, image/svg+xml;charset=UTF-8",
        "/webjars/lit-html/[0-9.]+/lit-html.js, text/javascript;charset=UTF-8",
        "/webjars/stomp__stompjs/[0-9.]+/esm6/index.js, text/javascript;charset=UTF-8"
    })
    void keepsFilesForEverUnderAnAddressOfTheirContent(String pattern, String type) {
        Answer file = anonymous("GET", address(pattern)).expect(200).assertHeaders();
        assertThat(file.header("Content-Type")).isEqualToIgnoringCase(type);
        assertThat(file.header("Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(file.body()).isNotEmpty();
    }

    @Test
    void servesTheManifest() {
        Answer manifest = anonymous("GET", "/manifest.webmanifest").expect(200).assertHeaders();
        assertThat(manifest.header("Content-Type")).isEqualToIgnoringCase("application/manifest+json;charset=UTF-8");
        assertThat(manifest.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(manifest.json().path("name").stringValue()).isEqualTo("Chatty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip|true", "deflate, GZIP;q=0.5, br|true", "gzip;q=0.0|false", "br|false", "''|false"})
    void compressesForThoseWhoTakeItSo(String encodings, boolean zipped) throws IOException {
        for (String path : List.of("/", "/manifest.webmanifest", address("/assets/[0-9a-f]+/app/main.js"))) {
            Answer plain = anonymous("GET", path).expect(200);
            Answer answer =
                    anonymous("GET", path).header("Accept-Encoding", encodings).expect(200);
            assertThat(answer.header("Content-Encoding")).isEqualTo(zipped ? "gzip" : null);
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
            assertThat(Objects.equals(answer.header("ETag"), plain.header("ETag")))
                    .isEqualTo(!zipped);
            byte[] body = zipped
                    ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                    : answer.body();
            assertThat(body).isEqualTo(plain.body());
        }
    }

    @Test
    void answersNothingToWhoHasIt() {
        for (String encodings : List.of("gzip", "br")) {
            String tag = anonymous("GET", "/")
                    .header("Accept-Encoding", encodings)
                    .expect(200)
                    .header("ETag");
            Answer answer = anonymous("GET", "/")
                    .header("Accept-Encoding", encodings)
                    .header("If-None-Match", Objects.requireNonNull(tag))
                    .expect(304)
                    .assertHeaders();
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
    }

    /** The length of an answer with a secret and a stranger's words in it would tell of the secret. */
    @Test
    void nothingButThePageIsCompressed() {
        for (String path : List.of("/api/v1/server", "/problems", "/nothing")) {
            Answer answer =
                    anonymous("GET", path).header("Accept-Encoding", "gzip").send();
            assertThat(answer.header("Content-Encoding")).as(path).isNull();
        }
    }

    @Test
    void aPageOfAnEarlierBuildFindsItsFilesButKeepsThemNot() {
        Answer file = anonymous("GET", "/assets/000000000000/app/main.js").expect(200);
        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets",
                "/assets/x",
                "/assets/x/",
                "/assets/x/app",
                "/assets/x/app/nothing.js",
                "/assets/x/index.html",
                "/assets/x/app/ui/log.js",
                "/assets/x/sdk/client.js",
                "/assets/x/app/css/base.css",
                "/assets/x/app/i18n/en.json",
                "/assets/x/app/store/README.md",
                "/assets/x/webjars/lit/3.3.2/index.js",
                "/assets/x/../../application.properties",
                "/assets/x/%2e%2e/%2e%2e/application.properties",
                "/assets/x/..%2F..%2Fapplication.properties",
                "/assets/x/app%5C..%5Cmain.js",
                "/assets/x/app//main.js",
                "/assets/x/app/main.js;v=1",
                "/webjars",
                "/webjars/",
                "/webjars/lit",
                "/webjars/lit/9.9.9/index.js",
                "/webjars/lit/index.js",
                "/webjars/../app/main.js",
                "/webjars/%2e%2e/app/main.js",
                "/webjars/lit/3.3.2/package.json",
                "/sdk/index.js",
                "/app/main.js",
                "/c",
                "/c/",
                "/c/a/b",
                "/c/..%2Fx"
            })
    void hasNothingElse(String path) {
        anonymous("GET", path).refused(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/x/app/../../../../application.properties", "/assets/x/app/main.js%00"})
    void refusesPathsThatLeadOutOrEndEarly(String path) {
        anonymous("GET", path).refused(400, "malformed-request");
    }
}
