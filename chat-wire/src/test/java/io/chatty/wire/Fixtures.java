package io.chatty.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON that clients see, kept as files. */
final class Fixtures {

    private static final String FOLDER = "/fixtures/";
    private static final String SUFFIX = ".json";

    private Fixtures() {}

    /** A fixture without the white space that makes it legible; the order of its fields stays. */
    static String read(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream(FOLDER + name + SUFFIX)) {
            return Json.mapper()
                    .readTree(Objects.requireNonNull(file, () -> "no fixture " + name))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> names() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Fixtures.class.getResource(FOLDER)).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
