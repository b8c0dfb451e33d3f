package io.chatty.adapter.web.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows a person who opens the server's address in a browser what it is. */
@Controller
final class HomeController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] page;

    HomeController() throws IOException {
        this.page = new ClassPathResource("home.html", HomeController.class).getContentAsByteArray();
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .body(page);
    }
}
