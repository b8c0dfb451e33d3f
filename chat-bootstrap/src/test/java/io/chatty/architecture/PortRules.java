package io.chatty.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.chatty.architecture.Conditions.be;
import static io.chatty.architecture.Places.in;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;

/** What the core asks for, and who gives it. */
final class PortRules {

    private static final String ROLES =
            ".*[a-z](Repository|Registry|Notifier|Hasher|Issuer|Generator|Limiter|Bus|Store)";

    /** What people are told shows only at their sockets, so the tests of these are those of the transport. */
    private static final String SEEN_AT_SOCKETS_ONLY = ".*Notifier";

    static final Rule PORTS_END_IN_A_ROLE = rule(classes()
                    .that(drivenPorts())
                    .should(be(
                            "named after a role", port -> port.getSimpleName().matches(ROLES))))
            .rejects(PortSamples.MessageKeeper.class);

    static final Rule PORTS_HAVE_A_CONTRACT = rule((Codebase code) -> code.classes().stream()
                    .filter(drivenPorts())
                    .filter(port -> !port.getSimpleName().matches(SEEN_AT_SOCKETS_ONLY))
                    .filter(port -> code.tests().stream().noneMatch(test -> isContractOf(port, test)))
                    .map(port -> port.getName() + " has no contract in the testkit")
                    .toList())
            .rejects(PortSamples.ForgottenRepository.class);

    static final Rule IMPLEMENTATIONS_RUN_THE_CONTRACT = rule((Codebase code) -> implementations(code)
                    .filter(type -> portsOf(type)
                            .filter(port -> !port.getSimpleName().matches(SEEN_AT_SOCKETS_ONLY))
                            .anyMatch(port -> code.tests().stream().noneMatch(test -> runsContract(port, type, test))))
                    .map(type -> type.getName() + " has no test that runs the contract of its port")
                    .toList())
            .rejects(PortSamples.UntestedUserIdGenerator.class);

    static final Rule IMPLEMENTATIONS_ARE_NAMED_AFTER_TECHNOLOGY_AND_PORT = rule(classes()
                    .that(implementing())
                    .should(be(
                            "named after technology and port",
                            type -> portsOf(type)
                                    .allMatch(port -> type.getSimpleName().endsWith(port.getSimpleName())
                                            && !type.getSimpleName().equals(port.getSimpleName())))))
            .rejects(PortSamples.UserNumbers.class);

    static final Rule IMPLEMENTATIONS_ARE_PACKAGE_PRIVATE = rule(classes()
                    .that(implementing())
                    .should()
                    .bePackagePrivate())
            .rejects(PortSamples.PublicUserIdGenerator.class);

    static final Rule IMPLEMENTATIONS_STAND_IN_AN_ADAPTER_UNDER_THE_FEATURE_OF_THEIR_PORT = rule(classes()
                    .that(implementing())
                    .should(be(
                            "in an adapter, under the feature of the port",
                            type -> Places.adapterOf(type).isPresent()
                                    && portsOf(type)
                                            .allMatch(port ->
                                                    Places.featureOf(port).equals(Places.featureOf(type))))))
            .rejects(PortSamples.MisplacedUserIdGenerator.class, PortSamples.HomeMadeUserIdGenerator.class);

    private PortRules() {}

    /** What the domain leaves to others: its interfaces, but for the sealed ones, which it keeps to itself. */
    static DescribedPredicate<JavaClass> drivenPorts() {
        return in("domain..")
                .and(DescribedPredicate.describe(
                        "driven ports",
                        type -> type.isInterface()
                                && !type.isAnnotation()
                                && !type.reflect().isSealed()));
    }

    private static DescribedPredicate<JavaClass> implementing() {
        return DescribedPredicate.describe(
                "implementations of driven ports",
                type -> isConcrete(type) && portsOf(type).findAny().isPresent());
    }

    private static Stream<JavaClass> portsOf(JavaClass type) {
        return type.getAllRawInterfaces().stream().filter(drivenPorts());
    }

    /** Those of production and the fakes, which are no less bound to the contract. */
    private static Stream<JavaClass> implementations(Codebase code) {
        return Stream.concat(code.classes().stream(), code.tests().stream().filter(in("testkit..")))
                .filter(implementing());
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.isInterface()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isContractOf(JavaClass port, JavaClass test) {
        return Places.of(test).filter(place -> place.startsWith("testkit")).isPresent()
                && test.getModifiers().contains(JavaModifier.ABSTRACT)
                && test.getSimpleName().equals(port.getSimpleName() + "Contract");
    }

    private static boolean runsContract(JavaClass port, JavaClass implementation, JavaClass test) {
        return test.getSimpleName().equals(implementation.getSimpleName() + "Test")
                && test.getAllRawSuperclasses().stream().anyMatch(type -> isContractOf(port, type));
    }
}
