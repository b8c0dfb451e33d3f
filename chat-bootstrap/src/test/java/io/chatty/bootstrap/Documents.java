package io.chatty.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, for tests that hold documents against them. */
final class Documents {

    /** Surefire sets the base directory; an IDE starts in the module. */
    static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("..")
            .normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    private Documents() {}

    static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> endingIn(String suffix) {
        return filesUnder(ROOT)
                .filter(file -> file.toString().endsWith(suffix))
                .sorted()
                .toList();
    }

    private static Stream<Path> filesUnder(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.toList().stream()
                    .filter(child -> !NOT_OURS.contains(child.getFileName().toString()))
                    .flatMap(Documents::filesUnder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
