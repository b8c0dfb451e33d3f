package io.chatty.adapter.web.page;

import io.chatty.adapter.web.ProblemException;
import io.chatty.wire.ProblemCode;
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

/** Serves the page, and the files it is made of. */
@Controller
final class PageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");

    /** The address changes with the content, so what was once fetched from it holds for ever. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PageTemplate page;
    private final Assets assets;

    PageController(PageTemplate page, Assets assets) {
        this.page = page;
        this.assets = assets;
    }

    /** The page. Which conversation it shows is its own business. */
    @GetMapping({"/", "/c/{conversation}"})
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .body(page.html());
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<ClassPathResource> manifest() {
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("META-INF/resources/manifest.webmanifest"));
    }

    /** A file of the page. The build in the address only makes it a new one; an old page still finds its files. */
    @GetMapping("/assets/{build}/{*path}")
    ResponseEntity<byte[]> asset(@PathVariable String build, @PathVariable String path) {
        String file = path.replaceFirst("^/", "");
        // Only under its own address is the content certain to be what the address stands for.
        return file(file, assets.own(file), build.equals(assets.buildId()) ? FOR_EVER : CacheControl.noCache());
    }

    /** A module of a library. */
    @GetMapping("/webjars/{*path}")
    ResponseEntity<byte[]> library(@PathVariable String path) {
        String file = "webjars" + path;
        return file(file, assets.library(file), FOR_EVER);
    }

    private static ResponseEntity<byte[]> file(String path, byte @Nullable [] content, CacheControl cache) {
        MediaType type = Assets.type(path);
        if (content == null || type == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                // Said by ourselves, since Spring would name a file to save where it does not know the ending.
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(content);
    }
}
