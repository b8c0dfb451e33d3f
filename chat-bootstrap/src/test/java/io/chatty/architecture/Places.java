package io.chatty.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where classes stand: packages below {@code io.chatty}, written as ArchUnit writes packages ({@code domain..}). */
final class Places {

    /** Inner to outer: a feature knows those before it, as far as {@link #mayKnow} says. */
    static final List<String> FEATURES = List.of("user", "auth", "conversation", "presence");

    private static final String BASE = "io.chatty.";
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    private Places() {}

    /** The classes of some places. */
    static DescribedPredicate<JavaClass> in(String... places) {
        ASKED.addAll(List.of(places));
        List<PackageMatcher> matchers =
                List.of(places).stream().map(PackageMatcher::of).toList();
        return DescribedPredicate.describe(
                "in " + String.join(", ", places),
                type -> of(type).filter(place -> matchers.stream().anyMatch(m -> m.matches(place)))
                        .isPresent());
    }

    /** The classes of libraries, by their real packages; the marker of bad samples counts as none. */
    static DescribedPredicate<JavaClass> library(String... packages) {
        List<PackageMatcher> matchers =
                List.of(packages).stream().map(PackageMatcher::of).toList();
        return DescribedPredicate.describe(
                "of " + String.join(", ", packages),
                type -> matchers.stream().anyMatch(m -> m.matches(type.getPackageName())));
    }

    /** What everybody may use. */
    static DescribedPredicate<JavaClass> jdk() {
        return library("java..", "org.jspecify.annotations").or(JavaClass.Predicates.type(Place.class));
    }

    /** The classes of a feature, in whatever module. */
    static DescribedPredicate<JavaClass> feature(List<String> features) {
        return DescribedPredicate.describe(
                "of the features " + features,
                type -> featureOf(type).filter(features::contains).isPresent());
    }

    /** The features that may be known by one of them, itself included. */
    static List<String> mayKnow(String feature) {
        return switch (feature) {
            case "user" -> List.of("user");
            case "presence" -> List.of("user", "conversation", "presence");
            default -> List.of("user", feature);
        };
    }

    /** The technology of a class in an adapter: {@code sqlite} for {@code adapter.sqlite.user}. */
    static Optional<String> adapterOf(JavaClass type) {
        return of(type).filter(place -> place.startsWith("adapter.")).map(place -> place.split("\\.")[1]);
    }

    static Optional<String> featureOf(JavaClass type) {
        return of(type).map(place -> place.replaceFirst("^adapter\\.", "").split("\\."))
                .filter(parts -> parts.length > 1 && FEATURES.contains(parts[1]))
                .map(parts -> parts[1]);
    }

    /** The place of a class of ours, nested ones standing where the outer one does; empty for all others. */
    static Optional<String> of(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        if (component.isAnnotatedWith(Place.class)) {
            return Optional.of(component.getAnnotationOfType(Place.class).value());
        }
        if (component.getEnclosingClass().isPresent()) {
            return of(component.getEnclosingClass().get());
        }
        String name = component.getPackageName();
        return name.startsWith(BASE) ? Optional.of(name.substring(BASE.length())) : Optional.empty();
    }

    /** Every place that a rule has asked for so far. */
    static Set<String> asked() {
        return Set.copyOf(ASKED);
    }
}
