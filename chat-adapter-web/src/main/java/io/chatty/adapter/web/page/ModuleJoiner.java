package io.chatty.adapter.web.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins the modules of one of our packages into one module, so that a browser asks once instead of a hundred times. Each
 * module becomes a function that is called at once and returns what the module exports; its own names stay its own, and
 * its lines stay as they were written, without the documentation, a quarter of their weight. Modules stand in the order in
 * which a browser would run them.
 *
 * <p>It knows the forms of import and export that our files use, and refuses every other: default and star imports,
 * exports that change, lists of exports, circles. Imports of other packages go to the top of the joined module.
 */
final class ModuleJoiner {

    /** Names of another module, taken or passed on; a JSON module; a module for its effect alone. */
    private static final Pattern FROM = Pattern.compile(
            "^(?:(import|export) \\{([^}]*)\\} from '([^']+)'"
                    + "|import (\\w+) from '([^']+\\.json)' with \\{ type: 'json' \\}"
                    + "|import '([^']+)');$",
            Pattern.MULTILINE);

    /** A comment for readers at the beginning of a line, and the end of that line if it is all there is. */
    private static final Pattern DOCUMENTATION =
            Pattern.compile("^[ \\t]*/\\*\\*.*?\\*/([ \\t]*\\R)?", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern DECLARED =
            Pattern.compile("^export (const|class|function|async function) ([\\w$]+)", Pattern.MULTILINE);
    private static final Pattern UNKNOWN = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

    private final Map<String, byte[]> files;
    private final String folder;

    /** The variable of each module, in the joined one, that holds what it exports. */
    private final Map<String, String> variables = new LinkedHashMap<>();

    private final Map<String, Set<String>> exports = new LinkedHashMap<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder bodies = new StringBuilder();

    private ModuleJoiner(Map<String, byte[]> files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Replaces the modules of a package by the joined one, at the path of the module that the package is entered by.
     *
     * @param files content by path
     * @param entry a module at the top of the folder of its package
     * @throws IllegalStateException where a module is missing, or is written in a way that cannot be joined
     */
    static void join(Map<String, byte[]> files, String entry) {
        ModuleJoiner joiner = new ModuleJoiner(files, entry.substring(0, entry.indexOf('/') + 1));
        String variable = joiner.member(entry);
        Set<String> exported = joiner.exports.getOrDefault(entry, Set.of());
        String tail = exported.isEmpty()
                ? ""
                : "\nexport const { " + String.join(", ", exported) + " } = " + variable + ";\n";
        files.keySet().removeAll(joiner.members);
        files.put(entry, (joiner.head.toString() + joiner.bodies + tail).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a module of the package after all that it imports, unless it is there; answers its variable. */
    private String member(String path) {
        String known = variables.get(path);
        if (known != null) {
            return known;
        }
        byte[] content = files.get(path);
        if (content == null) {
            throw refused(path, "is not there");
        }
        if (!members.add(path)) {
            throw refused(path, "imports itself, by way of others");
        }
        String text = new String(content, StandardCharsets.UTF_8).strip();
        String value = path.endsWith(".json") ? text : function(path, text);
        String variable = variable(path);
        bodies.append("\n// ").append(path).append("\nconst ").append(variable);
        bodies.append(" = ").append(value).append(";\n");
        return variable;
    }

    /** A module as a function that is called at once. */
    private String function(String path, String text) {
        Map<String, String> exported = new LinkedHashMap<>();
        String code = DOCUMENTATION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : ""));
        String body =
                FROM.matcher(code).replaceAll(found -> Matcher.quoteReplacement(statement(path, found, exported)));
        body = DECLARED.matcher(body).replaceAll(found -> {
            exported.put(found.group(2), found.group(2));
            return Matcher.quoteReplacement(found.group(1) + " " + found.group(2));
        });
        Matcher unknown = UNKNOWN.matcher(body);
        if (unknown.find()) {
            throw refused(path, "has what cannot be joined: " + unknown.group());
        }
        exports.put(path, exported.keySet());
        return "(() => {\n" + body + "\nreturn " + object(exported) + ";\n})()";
    }

    /** What stands in a function for an import, or for an export of what is another module's. */
    private String statement(String path, MatchResult found, Map<String, String> exported) {
        if (found.group(6) != null) {
            from(path, found.group(6));
            return "";
        }
        if (found.group(4) != null) {
            return "const " + found.group(4) + " = " + from(path, found.group(5)) + ";";
        }
        String variable = from(path, found.group(3));
        Map<String, String> names = names(found.group(2));
        Set<String> offered = exports.getOrDefault(resolve(path, found.group(3)), names.keySet());
        if (!offered.containsAll(names.keySet())) {
            throw refused(path, "imports from " + found.group(3) + " what it does not export");
        }
        if (found.group(1).equals("export")) {
            names.forEach((there, here) -> exported.put(here, variable + "." + there));
            return "";
        }
        return "const " + object(names) + " = " + variable + ";";
    }

    /** The variable of an imported module. */
    private String from(String importer, String specifier) {
        String path = resolve(importer, specifier);
        if (path.startsWith(folder)) {
            return member(path);
        }
        String known = variables.get(path);
        if (known != null) {
            return known;
        }
        // Our packages lie beside each other, and the joined module stands at the top of its own.
        String address = specifier.startsWith(".") ? "../" + path : path;
        String variable = variable(path);
        head.append("import * as ")
                .append(variable)
                .append(" from '")
                .append(address)
                .append("';\n");
        return variable;
    }

    private String variable(String path) {
        String variable = "$" + variables.size();
        variables.put(path, variable);
        return variable;
    }

    /** The names of a list, as they are there and as they are here. */
    private static Map<String, String> names(String list) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String one : list.strip().split("\\s*,\\s*", 0)) {
            String[] both = one.split(" as ", 2);
            names.put(both[0], both[both.length - 1]);
        }
        return names;
    }

    /** An object that has these, or a pattern that takes them out of one. */
    private static String object(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name ->
                        name.getKey().equals(name.getValue()) ? name.getKey() : name.getKey() + ": " + name.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String resolve(String importer, String specifier) {
        return specifier.startsWith(".")
                ? URI.create(importer).resolve(specifier).toString()
                : specifier;
    }

    private static IllegalStateException refused(String path, String why) {
        return new IllegalStateException("the module " + path + " of the page " + why);
    }
}
