package io.chatty.architecture;

import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Habits of the tests. */
final class TestRules {

    static final Rule TESTS_WAIT_FOR_EVENTS = rule(onTests(ArchRuleDefinition.classes()
                    .should(Conditions.notCall(
                            Conditions.call("sleep", Thread.class), Conditions.call("sleep", TimeUnit.class)))))
            .rejectsTest(TestSamples.SleepingTest.class);

    static final Rule TESTS_ARE_NOT_SWITCHED_OFF = rule(onTests(
                    ArchRuleDefinition.classes().should().notBeAnnotatedWith(Disabled.class)))
            .rejectsTest(TestSamples.SwitchedOffTest.class);

    static final Rule SINGLE_TESTS_ARE_NOT_SWITCHED_OFF = rule(onTests(
                    ArchRuleDefinition.methods().should().notBeAnnotatedWith(Disabled.class)))
            .rejectsTest(TestSamples.PartlySwitchedOffTest.class);

    static final Rule TESTS_SAY_WHAT_HAPPENS = rule(onTests(ArchRuleDefinition.methods()
                    .that()
                    .areAnnotatedWith(Test.class)
                    .should()
                    .haveNameNotMatching("(test|should|check|verify)([A-Z_].*)?|.*_.*")))
            .rejectsTest(TestSamples.WishfulTest.class);

    private TestRules() {}

    private static Function<Codebase, List<String>> onTests(ArchRule rule) {
        return code -> rule.evaluate(code.tests()).getFailureReport().getDetails();
    }
}
