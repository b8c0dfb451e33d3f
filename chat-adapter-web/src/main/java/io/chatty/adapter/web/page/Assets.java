package io.chatty.adapter.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * The files of the page and of its libraries, read once and kept in memory: half a megabyte, and no request reaches for the
 * file system. Thread-safe.
 */
@Component
final class Assets {

    private static final String ROOT = "META-INF/resources/";

    /** The libraries of the page, as WebJars. */
    private static final List<String> LIBRARIES =
            List.of("lit", "lit-html", "lit-element", "lit__reactive-element", "stomp__stompjs");

    private static final Map<String, MediaType> TYPES = Map.of(
            "js",
            text("javascript"),
            "css",
            text("css"),
            "svg",
            new MediaType("image", "svg+xml", StandardCharsets.UTF_8),
            "json",
            new MediaType("application", "json", StandardCharsets.UTF_8));

    private final SortedMap<String, byte[]> own = new TreeMap<>();
    private final SortedMap<String, byte[]> libraries = new TreeMap<>();
    private final WebJarVersionLocator versions = new WebJarVersionLocator();
    private final String buildId;

    Assets() {
        for (String folder : new String[] {"app", "sdk"}) {
            read(ROOT, folder + "/**", own);
        }
        for (String library : LIBRARIES) {
            read(ROOT, "webjars/" + library + "/" + version(library) + "/**/*.js", libraries);
        }
        this.buildId = digest(own);
    }

    /** Changes whenever a file of the page does. */
    String buildId() {
        return buildId;
    }

    /** What is served at an address of this build, or null. */
    byte @Nullable [] at(String address) {
        String prefix = "/assets/" + buildId + "/";
        return address.startsWith(prefix)
                ? own.get(address.substring(prefix.length()))
                : libraries.get(address.substring(1));
    }

    /** A file of the page by its path, or null. */
    byte @Nullable [] own(String path) {
        return own.get(path);
    }

    /** A module of a library by its path, which begins with {@code webjars/}, or null. */
    byte @Nullable [] library(String path) {
        return libraries.get(path);
    }

    /** The version of a library that is on the class path. */
    String version(String library) {
        String version = versions.version(library);
        if (version == null) {
            throw new IllegalStateException("the library " + library + " of the page is not on the class path");
        }
        return version;
    }

    /** What a file is served as, by the ending of its name; null for one that is not for browsers. */
    static @Nullable MediaType type(String path) {
        return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    }

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, StandardCharsets.UTF_8);
    }

    private static void read(String root, String pattern, Map<String, byte[]> files) {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + pattern)) {
                String url = file.getURL().toString();
                String path = url.substring(url.lastIndexOf(root) + root.length());
                if (type(path) != null && !path.contains("/development/") && !path.contains("/node/")) {
                    files.put(path, file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be read from the class path", e);
        }
    }

    private static String digest(SortedMap<String, byte[]> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                sha256.update(path.getBytes(StandardCharsets.UTF_8));
                sha256.update(content);
            });
            return HexFormat.of().formatHex(sha256.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
