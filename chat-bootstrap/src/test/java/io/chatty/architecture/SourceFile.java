package io.chatty.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A file of Java source, parsed but not compiled.
 *
 * @param path from the root of the project, with slashes
 * @param code the text with its comments blanked out
 */
record SourceFile(String path, String text, String code, CompilationUnitTree tree, SourcePositions positions) {

    /** Comments, and what may look like one but is none: texts and characters. */
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
                    + "|\"\"\".*?(?<!\\\\)\"\"\""
                    + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
                    + "|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    static SourceFile of(String path, String text) {
        return parse(List.of(new InMemory(path, text))).get(0);
    }

    static List<SourceFile> readAll(Path root, List<Path> modules) {
        return parse(modules.stream()
                .flatMap(module -> Stream.of("src/main/java", "src/test/java").map(module::resolve))
                .filter(Files::isDirectory)
                .flatMap(SourceFile::javaFiles)
                .map(file -> new InMemory(root.relativize(file).toString().replace('\\', '/'), Codebase.text(file)))
                .toList());
    }

    /** The folder of the module that the file belongs to. */
    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    boolean isProduction() {
        return path.contains("/src/main/");
    }

    /** Number of lines that hold code, and not only comments or nothing. */
    long codeLines() {
        return countLines(code);
    }

    /** Number of lines of a part of the file that hold code. */
    long codeLinesOf(Tree part) {
        return countLines(code.substring(
                (int) positions.getStartPosition(tree, part), (int) positions.getEndPosition(tree, part)));
    }

    private static long countLines(String code) {
        return code.lines().filter(line -> !line.isBlank()).count();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> parse(List<InMemory> files) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(tree -> of(tree, positions))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile of(CompilationUnitTree tree, SourcePositions positions) {
        try {
            String path = tree.getSourceFile().toUri().getPath().substring(1);
            String text = tree.getSourceFile().getCharContent(true).toString();
            return new SourceFile(path, text, withoutComments(text), tree, positions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComments(String text) {
        return COMMENT_OR_LITERAL
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : found.group().replaceAll("[^\\n]", " ")));
    }

    private static final class InMemory extends SimpleJavaFileObject {

        private final String text;

        InMemory(String path, String text) {
            super(URI.create("source:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
