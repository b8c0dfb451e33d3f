package io.chatty.adapter.web.page;

import io.chatty.adapter.web.ProblemException;
import io.chatty.wire.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the page, and the files it is made of. */
@Controller
final class PageController {

    private static final MediaType MANIFEST = new MediaType("application", "manifest+json", StandardCharsets.UTF_8);

    /** The address changes with the content, so what was once fetched from it holds for ever. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Asked for each time, and answered with nothing where the browser has it. */
    private static final CacheControl ASKED = CacheControl.noCache();

    private final PageTemplate page;
    private final Assets assets;
    private final Asset manifest;

    PageController(PageTemplate page, Assets assets) throws IOException {
        this.page = page;
        this.assets = assets;
        this.manifest = new Asset(
                MANIFEST, new ClassPathResource("META-INF/resources/manifest.webmanifest").getContentAsByteArray());
    }

    /** The page. Which conversation it shows is its own business. */
    @GetMapping({"/", "/c/{conversation}"})
    ResponseEntity<byte[]> page(@RequestHeader HttpHeaders request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Content-Security-Policy", page.contentSecurityPolicy());
        return page.document().answer(request, ASKED, headers);
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<byte[]> manifest(@RequestHeader HttpHeaders request) {
        return manifest.answer(request, ASKED, new HttpHeaders());
    }

    /** A file of the page. The build in the address only makes it a new one; an old page still finds its files. */
    @GetMapping("/assets/{build}/{*path}")
    ResponseEntity<byte[]> asset(
            @PathVariable String build, @PathVariable String path, @RequestHeader HttpHeaders request) {
        // Only under its own address is the content certain to be what the address stands for.
        CacheControl cache = build.equals(assets.buildId()) ? FOR_EVER : ASKED;
        return file(assets.own(path.replaceFirst("^/", "")), request, cache);
    }

    /** A module of a library. */
    @GetMapping("/webjars/{*path}")
    ResponseEntity<byte[]> library(@PathVariable String path, @RequestHeader HttpHeaders request) {
        return file(assets.library("webjars" + path), request, FOR_EVER);
    }

    private static ResponseEntity<byte[]> file(@Nullable Asset file, HttpHeaders request, CacheControl cache) {
        if (file == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        HttpHeaders headers = new HttpHeaders();
        // Said by ourselves, since Spring would name a file to save where it does not know the ending.
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
        return file.answer(request, cache, headers);
    }
}
