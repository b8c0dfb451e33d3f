package io.chatty.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A wall of the house, together with a sample that it must reject.
 *
 * @param check what in a code base breaks the rule, one line each
 * @param sample code that breaks it
 * @param named what the lines about the sample must name, so that it is rejected for itself
 */
record Rule(Function<Codebase, List<String>> check, Codebase sample, List<String> named) {

    static Unproven rule(ArchRule rule) {
        return rule(code -> rule.evaluate(code.classes()).getFailureReport().getDetails());
    }

    static Unproven rule(Function<Codebase, List<String>> check) {
        return new Unproven(check);
    }

    /** A rule that was never seen failing is not a rule yet. */
    record Unproven(Function<Codebase, List<String>> check) {

        Rule rejects(Class<?>... samples) {
            return new Rule(
                    check,
                    Codebase.of(samples),
                    Arrays.stream(samples).map(Class::getName).toList());
        }

        /** Proves a rule about tests. */
        Rule rejectsTest(Class<?> sample) {
            return new Rule(check, Codebase.ofTests(sample), List.of(sample.getName()));
        }

        /** Proves a rule about source text. */
        Rule rejects(SourceFile... samples) {
            return new Rule(
                    check,
                    Codebase.of(samples),
                    Arrays.stream(samples).map(SourceFile::path).toList());
        }

        /** Proves a rule about what a module is built of. */
        Rule rejects(Pom sample) {
            return new Rule(check, Codebase.of(sample), List.of(sample.module()));
        }
    }
}
