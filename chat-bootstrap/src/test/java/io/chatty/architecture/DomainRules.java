package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.chatty.architecture.Conditions.be;
import static io.chatty.architecture.Conditions.call;
import static io.chatty.architecture.Conditions.notCall;
import static io.chatty.architecture.Places.in;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.chatty.domain.ChatException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the words and rules of the core are made of. */
final class DomainRules {

    static final Rule VALUES_CANNOT_BE_EXTENDED = rule(classes()
                    .that(in("domain..").and(not(anonymous())).and(not(JavaClass.Predicates.INTERFACES)))
                    .should(be(
                            "a record, an enum, a refusal or final",
                            type -> type.isRecord()
                                    || type.isEnum()
                                    || type.isAssignableTo(ChatException.class)
                                    || type.getModifiers().contains(FINAL))))
            .rejects(DomainSamples.OpenValue.class);

    static final Rule VALUES_DO_NOT_CHANGE = rule(fields().that()
                    .areDeclaredInClassesThat(in("domain.."))
                    .should()
                    .beFinal())
            .rejects(DomainSamples.ChangingValue.class);

    static final Rule NOTHING_IS_SET = rule(methods()
                    .that()
                    .areDeclaredInClassesThat(in("domain..", "application..", "wire.."))
                    .should()
                    .haveNameNotMatching("set[A-Z].*"))
            .rejects(DomainSamples.SetValue.class);

    static final Rule TIME_COMES_IN_FROM_OUTSIDE = rule(classes()
                    .that(in("domain..", "application..", "wire.."))
                    .should(notCall(
                            call("now", Instant.class, LocalDate.class, LocalDateTime.class),
                            call("now", ZonedDateTime.class, OffsetDateTime.class),
                            call("system.*|tick.*", Clock.class),
                            call("currentTimeMillis|nanoTime", System.class))))
            .rejects(
                    DomainSamples.ReadsTheClock.class,
                    DomainSamples.MakesAClock.class,
                    DomainSamples.MeasuresTime.class);

    static final Rule CHANCE_COMES_IN_FROM_OUTSIDE = rule(classes()
                    .that(in("domain..", "application..", "wire.."))
                    .should(notCall(
                            call(".*", Random.class, SecureRandom.class, ThreadLocalRandom.class),
                            call("random", Math.class),
                            call("randomUUID", UUID.class))))
            .rejects(DomainSamples.ThrowsDice.class, DomainSamples.MakesAnId.class);

    static final Rule REFUSALS_CARRY_A_CODE = rule(classes()
                    .that(in("domain..", "application..").and(JavaClass.Predicates.assignableTo(Throwable.class)))
                    .should()
                    .beAssignableTo(ChatException.class))
            .rejects(DomainSamples.CodelessException.class);

    static final Rule EVENTS_STAND_IN_A_SEALED_INTERFACE = rule(classes()
                    .that(in("domain..")
                            .and(DescribedPredicate.describe(
                                    "named as an event",
                                    type -> type.getSimpleName().endsWith("Event"))))
                    .should(be(
                            "a sealed interface",
                            type -> type.isInterface() && type.reflect().isSealed())))
            .rejects(DomainSamples.OpenEvent.class);

    static final Rule EVENTS_ARE_RECORDS_NAMED_IN_THE_PAST_TENSE = rule(classes()
                    .that(in("domain..").and(DescribedPredicate.describe("events", DomainRules::isEvent)))
                    .should(be(
                            "a record named in the past tense",
                            type -> type.isRecord() && type.getSimpleName().endsWith("ed"))))
            .rejects(DomainSamples.SendMessage.class);

    private DomainRules() {}

    private static boolean isEvent(JavaClass type) {
        // A sealed interface may group some of the events of another.
        return !type.isInterface()
                && type.getAllRawInterfaces().stream()
                        .anyMatch(face -> face.getSimpleName().endsWith("Event"));
    }

    static DescribedPredicate<JavaClass> anonymous() {
        return DescribedPredicate.describe("anonymous", JavaClass::isAnonymousClass);
    }
}
