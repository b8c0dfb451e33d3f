package io.chatty.adapter.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * The files of the page and of its libraries, read once and kept in memory: a megabyte, and no request reaches for the file
 * system. Our own modules are joined, package by package, and so are the style sheets; libraries stay as they are.
 * Thread-safe.
 */
@Component
final class Assets {

    /** The module that starts the page, and the two that are the SDK: all of our modules that have an address. */
    static final String MAIN = "app/main.js";

    static final String SDK = "sdk/index.js";

    static final String ACCOUNT = "sdk/account.js";

    /** The one style sheet. */
    static final String SHEET = "app/css/index.css";

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

    private final Map<String, Asset> own;
    private final Map<String, Asset> libraries;
    private final WebJarVersionLocator versions = new WebJarVersionLocator();
    private final String buildId;

    Assets() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        read("app/**", files);
        read("sdk/**", files);
        ModuleJoiner.join(files, SDK);
        ModuleJoiner.join(files, ACCOUNT);
        ModuleJoiner.join(files, MAIN);
        SheetJoiner.join(files, SHEET);
        this.buildId = digest(files);
        this.own = assets(files);
        SortedMap<String, byte[]> modules = new TreeMap<>();
        for (String library : LIBRARIES) {
            read("webjars/" + library + "/" + version(library) + "/**/*.js", modules);
        }
        this.libraries = assets(modules);
    }

    /** Changes whenever a file of the page does. */
    String buildId() {
        return buildId;
    }

    /** What is served at an address of this build, or null. */
    @Nullable
    Asset at(String address) {
        String prefix = "/assets/" + buildId + "/";
        return address.startsWith(prefix)
                ? own.get(address.substring(prefix.length()))
                : libraries.get(address.substring(1));
    }

    /** A file of the page by its path, or null. */
    @Nullable
    Asset own(String path) {
        return own.get(path);
    }

    /** A module of a library by its path, which begins with {@code webjars/}, or null. */
    @Nullable
    Asset library(String path) {
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

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, StandardCharsets.UTF_8);
    }

    private static void read(String pattern, Map<String, byte[]> files) {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + pattern)) {
                String url = file.getURL().toString();
                String path = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
                if (TYPES.containsKey(ending(path)) && !path.contains("/development/") && !path.contains("/node/")) {
                    files.put(path, file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be read from the class path", e);
        }
    }

    private static Map<String, Asset> assets(SortedMap<String, byte[]> files) {
        return files.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        file -> new Asset(Objects.requireNonNull(TYPES.get(ending(file.getKey()))), file.getValue())));
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String digest(SortedMap<String, byte[]> files) {
        MessageDigest sha256 = Sha256.digest();
        files.forEach((path, content) -> {
            sha256.update(path.getBytes(StandardCharsets.UTF_8));
            sha256.update(content);
        });
        return HexFormat.of().formatHex(sha256.digest(), 0, 6);
    }
}
