package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.chatty.architecture.Conditions.be;
import static io.chatty.architecture.Places.in;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Collectors;

/** How a thing that a person can do is written down. */
final class UseCaseRules {

    static final Rule A_USE_CASE_IS_A_PUBLIC_INTERFACE_WITH_ONE_METHOD = rule(classes()
                    .that(useCases())
                    .should(be(
                            "a public interface with one method",
                            type -> type.isInterface()
                                    && type.getModifiers().contains(PUBLIC)
                                    && type.getAllMethods().size() == 1)))
            .rejects(UseCaseSamples.DoTwoThingsUseCase.class, UseCaseSamples.DoItYourselfUseCase.class);

    static final Rule INTERFACES_OF_THE_APPLICATION_ARE_USE_CASES = rule(classes()
                    .that(in("application..").and(JavaClass.Predicates.INTERFACES))
                    .should(be(
                            "a use case or sealed",
                            type -> type.getSimpleName().endsWith("UseCase")
                                    || type.reflect().isSealed())))
            .rejects(UseCaseSamples.MessageHelper.class);

    static final Rule EVERY_USE_CASE_HAS_ITS_SERVICE = rule((Codebase code) -> {
                var services = code.classes().stream()
                        .filter(services())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
                return code.classes().stream()
                        .filter(useCases())
                        .map(JavaClass::getName)
                        .filter(name -> !services.contains(name.replaceFirst("UseCase$", "Service")))
                        .map(name -> name + " has no service")
                        .toList();
            })
            .rejects(UseCaseSamples.ForgottenUseCase.class);

    static final Rule A_SERVICE_IS_PACKAGE_PRIVATE_AND_FINAL_AND_DOES_ONE_THING = rule(classes()
                    .that(services())
                    .should()
                    .bePackagePrivate()
                    .andShould(be(
                            "final and the service of exactly its use case",
                            type -> type.getModifiers().contains(FINAL)
                                    && type.getRawInterfaces().size() == 1
                                    && type.getRawInterfaces()
                                            .iterator()
                                            .next()
                                            .getName()
                                            .equals(type.getName().replaceFirst("Service$", "UseCase")))))
            .rejects(
                    UseCaseSamples.PublicService.class,
                    UseCaseSamples.OpenService.class,
                    UseCaseSamples.BusyService.class,
                    UseCaseSamples.UselessService.class);

    static final Rule SERVICES_DO_NOT_CALL_SERVICES = rule(classes()
                    .that(services())
                    .should(be(
                            "independent of other use cases",
                            type -> type.getDirectDependenciesFromSelf().stream()
                                    .map(use -> use.getTargetClass())
                                    .filter(useCases().or(services()))
                                    .allMatch(target -> type.isAssignableTo(target.getName())
                                            || target.getName().equals(type.getName())))))
            .rejects(UseCaseSamples.CallingService.class);

    static final Rule ONLY_ASSEMBLIES_CONSTRUCT_SERVICES = rule(noClasses()
                    .that(not(assemblies()))
                    .should()
                    .callConstructorWhere(DescribedPredicate.describe(
                            "it is that of a service", call -> services().test(call.getTargetOwner()))))
            .rejects(UseCaseSamples.Constructor.class);

    static final Rule ONLY_ASSEMBLIES_USE_CASES_AND_VALUES_ARE_PUBLIC = rule(classes()
                    .that(in("application..").and(not(assemblies())).and(not(useCases())))
                    .should(be(
                            "a value or package-private",
                            type -> !type.getModifiers().contains(PUBLIC)
                                    || type.isRecord()
                                    || type.isEnum()
                                    || type.isInterface())))
            .rejects(UseCaseSamples.PublicStep.class);

    static final Rule EVERY_FEATURE_HAS_ONE_ASSEMBLY = rule((Codebase code) -> code.classes().stream()
                    .filter(useCases())
                    .map(JavaClass::getPackage)
                    .distinct()
                    .filter(feature ->
                            feature.getClasses().stream().filter(assemblies()).count() != 1)
                    .flatMap(feature -> feature.getClasses().stream()
                            .filter(useCases())
                            .map(useCase -> useCase.getName() + " has not one assembly"))
                    .toList())
            .rejects(UseCaseSamples.ForgottenUseCase.class);

    private UseCaseRules() {}

    private static DescribedPredicate<JavaClass> useCases() {
        return in("application..").and(named("UseCase"));
    }

    private static DescribedPredicate<JavaClass> services() {
        return in("application..").and(named("Service"));
    }

    private static DescribedPredicate<JavaClass> assemblies() {
        return in("application..").and(named("Assembly"));
    }

    private static DescribedPredicate<JavaClass> named(String role) {
        return DescribedPredicate.describe(
                "named ..." + role, type -> type.getSimpleName().endsWith(role));
    }
}
