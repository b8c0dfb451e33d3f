package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.chatty.architecture.Conditions.be;
import static io.chatty.architecture.Places.in;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the outside is translated, and what of it stays outside. */
final class AdapterRules {

    /** The clothes that a value wears outside. */
    static final String CLOTHES = ".*[a-z](Document|Row|Request|Response|Frame)";

    static final Rule FEATURES_OF_AN_ADAPTER_ARE_PACKAGE_PRIVATE =
            rule(classes().that(in("adapter.*.*..")).should().notBePublic()).rejects(AdapterSamples.PublicPart.class);

    static final Rule TRANSPORTS_KNOW_USE_CASES_AND_NO_DRIVEN_PORT = rule(noClasses()
                    .that(in("adapter.web..", "adapter.stomp..")
                            .and(not(assignableTo(PortRules.drivenPorts())))
                            .and(not(metaAnnotatedWith(Configuration.class))))
                    .should()
                    .dependOnClassesThat(PortRules.drivenPorts()))
            .rejects(AdapterSamples.CuriousController.class);

    static final Rule CLOTHES_STAY_WITH_THEIR_ADAPTER = rule((Codebase code) -> dependencies(code)
                    .filter(use -> isDressed(use.getTargetClass()))
                    .filter(use ->
                            !Places.adapterOf(use.getOriginClass()).equals(Places.adapterOf(use.getTargetClass())))
                    .map(Dependency::getDescription)
                    .toList())
            .rejects(AdapterSamples.ForeignTaker.class);

    static final Rule WIRE_BODIES_STAY_IN_THE_TRANSPORTS = rule(noClasses()
                    .that(not(in("wire..", "adapter.web..", "adapter.stomp..")))
                    .should()
                    .dependOnClassesThat(in("wire..")
                            .and(DescribedPredicate.describe(
                                    "bodies", type -> type.getName().matches(CLOTHES)))))
            .rejects(AdapterSamples.BodyKeeper.class);

    static final Rule STORED_FORMS_ARE_PACKAGE_PRIVATE = rule(classes()
                    .that(in("adapter..")
                            .and(DescribedPredicate.describe(
                                    "stored forms", type -> type.getSimpleName().matches(".*[a-z](Document|Row)"))))
                    .should()
                    .bePackagePrivate())
            .rejects(AdapterSamples.PublicRow.class);

    static final Rule CONTROLLERS_ARE_PACKAGE_PRIVATE_AND_NAMED_SO = rule(classes()
                    .that(in("adapter.web..")
                            .and(metaAnnotatedWith(Controller.class))
                            .and(not(DescribedPredicate.describe("annotations", JavaClass::isAnnotation))))
                    .should()
                    .haveSimpleNameEndingWith("Controller")
                    .andShould()
                    .bePackagePrivate())
            .rejects(AdapterSamples.Steering.class, AdapterSamples.PublicController.class);

    static final Rule FAILURES_ARE_ANSWERED_IN_AN_ADVICE = rule(methods()
                    .that()
                    .areAnnotatedWith(ExceptionHandler.class)
                    .should(be("in an advice", method -> isAdvice(method.getOwner()))))
            .rejects(AdapterSamples.HandlingController.class);

    static final Rule A_TRANSPORT_HAS_AT_MOST_ONE_ADVICE = rule((Codebase code) -> code.classes().stream()
                    .filter(AdapterRules::isAdvice)
                    .filter(advice -> code.classes().stream()
                            .filter(AdapterRules::isAdvice)
                            .anyMatch(other -> !other.equals(advice)
                                    && Places.adapterOf(other).equals(Places.adapterOf(advice))))
                    .map(advice -> advice.getName() + " is not the only advice of its transport")
                    .toList())
            .rejects(AdapterSamples.FirstAdvice.class, AdapterSamples.SecondAdvice.class);

    static final Rule WHAT_IS_NEEDED_COMES_BY_CONSTRUCTOR = rule(members()
                    .that()
                    .areDeclaredInClassesThat(in("adapter..", "bootstrap.."))
                    .should()
                    .notBeAnnotatedWith(Autowired.class)
                    .andShould()
                    .notBeAnnotatedWith(Value.class))
            .rejects(AdapterSamples.InjectedField.class, AdapterSamples.InjectedSetter.class);

    static final Rule SETTINGS_ARE_RECORDS_IN_THE_ROOT_OF_THEIR_MODULE = rule(classes()
                    .that()
                    .areAnnotatedWith(ConfigurationProperties.class)
                    .should(be(
                            "a record named ...Properties",
                            type -> type.isRecord() && type.getSimpleName().endsWith("Properties")))
                    .andShould(be(
                            "in the root of its module",
                            type -> in("adapter.*", "bootstrap").test(type))))
            .rejects(AdapterSamples.Settings.class, AdapterSamples.HiddenProperties.class);

    static final Rule MAPPERS_ARE_PACKAGE_PRIVATE_AND_NAMED_SO = rule(classes()
                    .that()
                    .areAnnotatedWith(Mapper.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveSimpleNameEndingWith("Mapper"))
            .rejects(AdapterSamples.PublicMapper.class, AdapterSamples.Tailor.class);

    private AdapterRules() {}

    private static boolean isAdvice(JavaClass type) {
        return type.getSimpleName().endsWith("Advice")
                && (type.isAnnotatedWith(ControllerAdvice.class) || type.isMetaAnnotatedWith(ControllerAdvice.class));
    }

    private static boolean isDressed(JavaClass type) {
        return Places.adapterOf(type).isPresent() && type.getSimpleName().matches(CLOTHES);
    }

    private static Stream<Dependency> dependencies(Codebase code) {
        return code.classes().stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }
}
