package io.chatty.adapter.web.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins a style sheet that is nothing but imports into one that is what it imports, in the same order. */
final class SheetJoiner {

    private static final Pattern IMPORT = Pattern.compile("@import '\\./([\\w-]+\\.css)';");

    private SheetJoiner() {}

    /**
     * Replaces the style sheets of a folder by the joined one.
     *
     * @param files content by path
     * @param entry the sheet that imports the others, each from its own folder
     * @throws IllegalStateException where a sheet is missing or has imports of its own
     */
    static void join(Map<String, byte[]> files, String entry) {
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
        Set<String> members = new LinkedHashSet<>();
        String joined = IMPORT.matcher(text(files, entry)).replaceAll(found -> {
            String path = folder + found.group(1);
            members.add(path);
            return Matcher.quoteReplacement(
                    "/* " + path + " */\n" + text(files, path).strip() + "\n");
        });
        if (joined.contains("@import")) {
            throw new IllegalStateException("the style sheets of the page import what cannot be joined");
        }
        files.keySet().removeAll(members);
        files.put(entry, joined.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, byte[]> files, String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("the style sheet " + path + " of the page is not there");
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
