package io.chatty.adapter.web.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which modules a module needs before it can run. A browser finds that out file by file, one round trip after the other;
 * told in advance, it fetches all of them at once.
 */
final class ModuleGraph {

    /** The two forms of a static import: with names, also of an export that passes them on, and for its effect alone. */
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?:\\b(?:import|export)\\b[^'\"();]*?\\bfrom|\\bimport)\\s*['\"]([^'\"]+)['\"]");

    private final Map<String, String> imports;
    private final Function<String, @Nullable Asset> files;

    /**
     * @param imports what bare imports mean, as in the import map
     * @param files the content of an address, or null where there is nothing
     */
    ModuleGraph(Map<String, String> imports, Function<String, @Nullable Asset> files) {
        this.imports = imports;
        this.files = files;
    }

    /** The addresses of all modules that a module needs, itself the first. */
    Collection<String> neededBy(String address) {
        Set<String> found = new LinkedHashSet<>();
        follow(address, found);
        return found;
    }

    private void follow(String address, Set<String> found) {
        Asset file = files.apply(address);
        if (file == null) {
            throw new IllegalStateException("the page needs " + address + ", which is not there");
        }
        if (address.endsWith(".js") && found.add(address)) {
            STATIC_IMPORT
                    .matcher(new String(file.content(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(imported -> follow(resolve(address, imported.group(1)), found));
        }
    }

    private String resolve(String importer, String specifier) {
        if (specifier.startsWith(".") || specifier.startsWith("/")) {
            return URI.create(importer).resolve(specifier).toString();
        }
        String whole = imports.get(specifier);
        if (whole != null) {
            return whole;
        }
        // The longest name that is a beginning of it, as the import map has it.
        return imports.keySet().stream()
                .filter(name -> name.endsWith("/") && specifier.startsWith(name))
                .max(Comparator.comparingInt(String::length))
                .map(name -> imports.get(name) + specifier.substring(name.length()))
                .orElseThrow(() -> new IllegalStateException(importer + " imports the unknown " + specifier));
    }
}
