package io.chatty.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page is made of: everything it names is there, once, and it is small. */
class PageFilesTest {

    /** Requests of somebody who has never been here. */
    private static final int REQUESTS = 45;

    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?:\\b(?:import|export)\\b[^'\"();]*?\\bfrom|\\bimport)\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern DYNAMIC_IMPORT = Pattern.compile("\\bimport\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<=^|[\\s;{}])//[^\n]*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    private final Assets assets = new Assets();
    private final String html = new String(template().document().content(), StandardCharsets.UTF_8);
    private final Map<String, String> imports = imports();

    private PageTemplate template() {
        try {
            return new PageTemplate(assets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> imports() {
        String map =
                html.substring(html.indexOf("importmap\">") + 11, html.indexOf("</script>", html.indexOf("importmap")));
        Map<String, String> all = new TreeMap<>();
        Json.mapper()
                .readTree(map)
                .path("imports")
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().stringValue()));
        return all;
    }

    private List<String> addresses() {
        return ADDRESS.matcher(html).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyImportOfOurModulesAndOfTheirLibrariesLeadsToAFile() {
        List<String> missing = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(prefix() + Assets.MAIN);
        open.add(prefix() + Assets.SDK);
        while (!open.isEmpty()) {
            String module = open.remove();
            if (!found.add(module) || !module.endsWith(".js")) {
                continue;
            }
            for (String specifier : specifiers(module, STATIC_IMPORT, DYNAMIC_IMPORT)) {
                String address = resolve(module, specifier);
                if (address == null || assets.at(address) == null) {
                    missing.add(module + " imports " + specifier);
                } else {
                    open.add(address);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found)
                .anyMatch(module -> module.startsWith("/webjars/lit-html/"))
                .anyMatch(module -> module.contains("stomp"));
    }

    @Test
    void theMapNamesOnlyWhatIsServed() {
        imports.forEach((name, address) -> {
            if (name.endsWith("/")) {
                assertThat(address).endsWith("/");
            } else {
                assertThat(assets.at(address)).as(name).isNotNull();
            }
        });
    }

    @Test
    void everyAddressInTheDocumentLeadsToAFile() {
        assertThat(addresses())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.equals("/manifest.webmanifest") || assets.at(address) != null)
                        .as(address)
                        .isTrue());
        assertThat(html).doesNotContain("%");
    }

    @Test
    void eachModuleHasOneAddress() {
        List<String> modules = graph();
        assertThat(modules.stream().map(address -> address.replaceFirst("^/webjars/([^/]+)/[^/]+/", "$1/")))
                .as("a library that is loaded twice is two libraries")
                .doesNotHaveDuplicates();
        assertThat(modules)
                .allMatch(address -> address.matches("/assets/[0-9a-f]{12}/.+|/webjars/[^/]+/\\d+\\.\\d+\\.\\d+/.+"));
    }

    @Test
    void everythingTheFirstScreenNeedsIsAskedForAtOnce() {
        assertThat(addresses()).containsAll(graph());
    }

    @Test
    void thereIsNoStyleAndNoScriptInTheDocument() {
        assertThat(html).doesNotContain("<style", " style=", "javascript:").doesNotContainPattern("\\son[a-z]+=");
        assertThat(Pattern.compile("<script(?![^>]*\\bsrc=)")
                        .matcher(html)
                        .results()
                        .map(MatchResult::group))
                .as("inline scripts: the import map")
                .hasSize(1);
        assertThat(List.of(Assets.MAIN, Assets.SDK))
                .allSatisfy(path -> assertThat(code(prefix() + path))
                        .doesNotContain(
                                "styleMap", "unsafeHTML", "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(")
                        .doesNotContainPattern("\\sstyle="));
    }

    @Test
    void modulesAreSmall() {
        assertThat(zipped(modules())).as("bytes of all modules, zipped").isLessThan(110 * 1024);
        List<String> sheets =
                addresses().stream().filter(address -> address.endsWith(".css")).toList();
        assertThat(zipped(sheets) + template().document().zippedLength())
                .as("bytes of document and style sheets, zipped")
                .isLessThan(20 * 1024);
    }

    /** The document, each address in it, and the library that is loaded to connect. */
    @Test
    void requestsAreFew() {
        Set<String> requests = new LinkedHashSet<>(addresses());
        requests.addAll(modules());
        assertThat(requests.size() + 1).as("requests of a cold start").isLessThan(REQUESTS);
    }

    /** What the first screen is made of. */
    private List<String> graph() {
        return graph(prefix() + Assets.MAIN);
    }

    /** What the page is made of when it is connected. */
    private Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>(graph());
        modules.addAll(graph(Objects.requireNonNull(imports.get("@stomp/stompjs"))));
        return modules;
    }

    /** What a module needs to run, itself included. */
    private List<String> graph(String first) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String module = open.remove();
            if (found.add(module)) {
                specifiers(module, STATIC_IMPORT).stream()
                        .map(specifier -> Objects.requireNonNull(resolve(module, specifier), specifier))
                        .filter(address -> address.endsWith(".js"))
                        .forEach(open::add);
            }
        }
        return List.copyOf(found);
    }

    private String prefix() {
        return "/assets/" + assets.buildId() + "/";
    }

    private String code(String address) {
        byte[] content = Objects.requireNonNull(assets.at(address), address).content();
        return COMMENT.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("");
    }

    private List<String> specifiers(String module, Pattern... kinds) {
        String code = code(module);
        List<String> all = new ArrayList<>();
        for (Pattern kind : kinds) {
            kind.matcher(code).results().map(found -> found.group(1)).forEach(all::add);
        }
        return all;
    }

    private @Nullable String resolve(String module, String specifier) {
        if (specifier.startsWith("./") || specifier.startsWith("../")) {
            return URI.create(module).resolve(specifier).toString();
        }
        if (imports.containsKey(specifier)) {
            return imports.get(specifier);
        }
        return imports.keySet().stream()
                .filter(name -> name.endsWith("/") && specifier.startsWith(name))
                .max(Comparator.comparingInt(String::length))
                .map(name -> imports.get(name) + specifier.substring(name.length()))
                .orElse(null);
    }

    private int zipped(Collection<String> addresses) {
        return addresses.stream()
                .mapToInt(address ->
                        Objects.requireNonNull(assets.at(address), address).zippedLength())
                .sum();
    }
}
