package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static io.chatty.architecture.Places.library;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules are held against.
 *
 * @param classes of production
 * @param tests classes of tests and of the testkit
 * @param sources of both
 * @param poms of the parent and of every module
 */
record Codebase(JavaClasses classes, JavaClasses tests, List<SourceFile> sources, List<Pom> poms) {

    /** The whole project as it was built last. */
    static Codebase ofProject() {
        return Project.CODEBASE;
    }

    static Codebase of(Class<?>... samples) {
        return new Codebase(samples(samples), samples(), List.of(), List.of());
    }

    static Codebase ofTests(Class<?> sample) {
        return new Codebase(samples(), samples(sample), List.of(), List.of());
    }

    static Codebase of(SourceFile... sources) {
        return new Codebase(samples(), samples(), List.of(sources), List.of());
    }

    static Codebase of(Pom pom) {
        return new Codebase(samples(), samples(), List.of(), List.of(pom));
    }

    private static JavaClasses samples(Class<?>... samples) {
        Set<String> names = Arrays.stream(samples).map(Class::getName).collect(Collectors.toSet());
        return Project.BUILT.that(describe("samples", type -> names.contains(type.getName())));
    }

    /** Everything that was built, the samples among it: read once, for reading is what takes the time. */
    private static final class Project {

        /** What is in none of our hands: written by an annotation processor, or by the compiler for a package. */
        private static final String GENERATED = ".*(MapperImpl|\\.package-info)";

        private static final Path ROOT = root();
        private static final Pom PARENT = Pom.read(ROOT);
        private static final List<Path> MODULES =
                PARENT.modules().stream().map(ROOT::resolve).toList();

        static final JavaClasses BUILT = importer()
                .importPaths(MODULES.stream()
                        .flatMap(module -> Stream.of("target/classes", "target/test-classes")
                                .map(module::resolve))
                        .filter(Files::isDirectory)
                        .toList())
                .that(not(nameMatching(GENERATED)));

        static final Codebase CODEBASE = new Codebase(
                BUILT.that(builtIn("/target/classes/")),
                BUILT.that(builtIn("/target/test-classes/").and(not(library("io.chatty.architecture")))),
                SourceFile.readAll(ROOT, MODULES),
                Stream.concat(Stream.of(PARENT), MODULES.stream().map(Pom::read))
                        .toList());

        /** Of the classes of libraries no rule asks more than their names, supertypes and annotations. */
        private static ClassFileImporter importer() {
            for (String uses : List.of("MemberTypes", "AccessesToTypes")) {
                ArchConfiguration.get().setProperty("import.dependencyResolutionProcess.maxIterationsFor" + uses, "0");
            }
            return new ClassFileImporter();
        }

        private static DescribedPredicate<JavaClass> builtIn(String folder) {
            return describe(
                    "built in " + folder,
                    type -> type.getSource().orElseThrow().getUri().getPath().contains(folder));
        }

        /** The folder of the parent: tests run in that of their module, or in the root itself. */
        private static Path root() {
            Path folder = Path.of("").toAbsolutePath();
            while (!Files.exists(folder.resolve("mvnw"))) {
                folder = Objects.requireNonNull(folder.getParent(), "outside of the project");
            }
            return folder;
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
