package io.chatty.adapter.web.page;

import io.chatty.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The one HTML document, filled in once at start: where its files are, and what their imports mean. Thread-safe. */
@Component
final class PageTemplate {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' '%s'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self' blob: data:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html app-sw");

    private final Asset document;
    private final String policy;

    PageTemplate(Assets assets) throws IOException {
        String prefix = "/assets/" + assets.buildId();
        Map<String, String> imports = imports(assets, prefix);
        String importMap = Json.write(Map.of("imports", imports));
        String preloads = new ModuleGraph(imports, assets::at)
                .neededBy(prefix + "/" + Assets.MAIN).stream()
                        .map(address -> "<link rel=\"modulepreload\" href=\"" + address + "\">")
                        .collect(Collectors.joining("\n  "));
        String template =
                new ClassPathResource("META-INF/resources/index.html").getContentAsString(StandardCharsets.UTF_8);
        String html = template.replace("%IMPORT_MAP%", importMap)
                .replace("%MODULE_PRELOADS%", preloads)
                .replace("%ASSETS%", prefix);
        this.document = new Asset(HTML, html.getBytes(StandardCharsets.UTF_8));
        this.policy = String.format(Locale.ROOT, POLICY, "sha256-" + sha256(importMap));
    }

    Asset document() {
        return document;
    }

    /** What the document may do: nothing but what it does. The one inline script, its import map, is named by its hash. */
    String contentSecurityPolicy() {
        return policy;
    }

    /** What bare imports mean: a library by its name, and the files of a library by the name and a path. */
    private static Map<String, String> imports(Assets assets, String prefix) {
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("@chatty/client", prefix + "/" + Assets.SDK);
        imports.put("@chatty/client/account", prefix + "/" + Assets.ACCOUNT);
        library(imports, "lit", assets, "lit", "index.js");
        library(imports, "lit-html", assets, "lit-html", "lit-html.js");
        // All that lit has there are modules that pass on those of lit-html, each a request for nothing.
        imports.put("lit/directives/", imports.get("lit-html/") + "directives/");
        library(imports, "lit-element", assets, "lit-element", "index.js");
        library(imports, "@lit/reactive-element", assets, "lit__reactive-element", "reactive-element.js");
        library(imports, "@stomp/stompjs", assets, "stomp__stompjs", "esm6/index.js");
        return imports;
    }

    private static void library(Map<String, String> imports, String name, Assets assets, String webJar, String main) {
        String folder = "/webjars/" + webJar + "/" + assets.version(webJar) + "/";
        imports.put(name, folder + main);
        imports.put(name + "/", folder);
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
