package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.chatty.architecture.Places.feature;
import static io.chatty.architecture.Places.in;
import static io.chatty.architecture.Places.jdk;
import static io.chatty.architecture.Places.library;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which module may use what, and which feature may know which. */
final class ModuleRules {

    static final Rule DOMAIN_USES_ONLY_THE_JDK = rule(classes()
                    .that(in("domain.."))
                    .should()
                    .onlyDependOnClassesThat(in("domain..").or(jdk())))
            .rejects(ModuleSamples.DomainOnSpring.class, ModuleSamples.DomainOnApplication.class);

    static final Rule APPLICATION_USES_ONLY_THE_DOMAIN = rule(classes()
                    .that(in("application.."))
                    .should()
                    .onlyDependOnClassesThat(in("application..", "domain..").or(jdk())))
            .rejects(ModuleSamples.ApplicationOnSpring.class, ModuleSamples.ApplicationOnWire.class);

    static final Rule WIRE_USES_ONLY_THE_CORE_AND_JACKSON = rule(classes()
                    .that(in("wire.."))
                    .should()
                    .onlyDependOnClassesThat(in("wire..", "application..", "domain..")
                            .or(jdk())
                            .or(library("tools.jackson..", "com.fasterxml.jackson.annotation", "org.mapstruct.."))))
            .rejects(ModuleSamples.WireOnSpring.class);

    static final Rule CONFORMANCE_USES_ONLY_THE_JDK = rule(classes()
                    .that(in("conformance.."))
                    .should()
                    .onlyDependOnClassesThat(in("conformance..").or(jdk()).or(library("javax.net.."))))
            .rejects(ModuleSamples.ConformanceOnDomain.class);

    static final Rule NOTHING_NEEDS_CONFORMANCE = rule(noClasses()
                    .that(not(in("conformance..")))
                    .should()
                    .dependOnClassesThat(in("conformance..")))
            .rejects(ModuleSamples.ProductionOnConformance.class);

    static final Rule DRIVEN_ADAPTERS_KNOW_ONLY_THE_DOMAIN = rule(noClasses()
                    .that(in("adapter.crypto..", "adapter.memory..", "adapter.sqlite..", "adapter.mongo.."))
                    .should()
                    .dependOnClassesThat(in("application..", "wire..", "bootstrap..")))
            .rejects(ModuleSamples.StoreOnUseCase.class);

    static final Rule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = rule((Codebase code) -> dependencies(code)
                    .filter(use -> Places.adapterOf(use.getOriginClass()).isPresent())
                    .filter(use -> Places.adapterOf(use.getTargetClass())
                            .filter(target -> !target.equals(
                                    Places.adapterOf(use.getOriginClass()).get()))
                            .isPresent())
                    .map(Dependency::getDescription)
                    .toList())
            .rejects(ModuleSamples.WebOnCrypto.class);

    static final Rule NOTHING_KNOWS_THE_BOOTSTRAP = rule(noClasses()
                    .that(not(in("bootstrap..")))
                    .should()
                    .dependOnClassesThat(in("bootstrap..")))
            .rejects(ModuleSamples.WebOnBootstrap.class);

    static final Rule JDBC_IS_FOR_SQLITE_ONLY = rule(only(
                    in("adapter.sqlite.."),
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.transaction..",
                    "org.sqlite..",
                    "org.flywaydb.."))
            .rejects(ModuleSamples.ApplicationOnJdbc.class);

    static final Rule MONGODB_IS_FOR_MONGO_ONLY = rule(only(
                    in("adapter.mongo.."), "com.mongodb..", "org.bson..", "org.springframework.data.."))
            .rejects(ModuleSamples.StoreOnMongo.class, ModuleSamples.BootstrapOnSpringData.class);

    static final Rule JACKSON_IS_FOR_WIRE_AND_TRANSPORTS_ONLY = rule(only(
                    in("wire..", "adapter.web..", "adapter.stomp..", "bootstrap.."),
                    "tools.jackson..",
                    "com.fasterxml.jackson.."))
            .rejects(ModuleSamples.StoreOnJackson.class);

    static final Rule MVC_IS_FOR_WEB_ONLY = rule(only(
                    in("adapter.web.."), "org.springframework.web.servlet..", "org.springframework.web.bind.."))
            .rejects(ModuleSamples.StompOnMvc.class);

    /** A socket begins as a request of HTTP, and ends to be one when it is upgraded. */
    static final Rule SERVLETS_ARE_FOR_WEB_AND_THE_UPGRADE_ONLY = rule(only(
                    in("adapter.web..").or(in("adapter.stomp").and(upgrading())), "jakarta.servlet.."))
            .rejects(ModuleSamples.StompOnServlet.class);

    static final Rule SOCKETS_ARE_FOR_STOMP_ONLY = rule(only(
                    in("adapter.stomp.."),
                    "org.springframework.messaging..",
                    "org.springframework.web.socket..",
                    "org.eclipse.jetty.websocket.."))
            .rejects(ModuleSamples.WebOnSocket.class);

    static final Rule PASSWORDS_ARE_HASHED_BY_CRYPTO_ONLY = rule(only(
                    in("adapter.crypto.."), "org.springframework.security.crypto..", "com.nulabinc.zxcvbn.."))
            .rejects(ModuleSamples.WebOnBcrypt.class);

    static final Rule BUCKETS_ARE_FOR_MEMORY_ONLY =
            rule(only(in("adapter.memory.."), "io.github.bucket4j..")).rejects(ModuleSamples.WebOnBuckets.class);

    static final Rule LOGS_ARE_FOR_ADAPTERS_AND_BOOTSTRAP_ONLY =
            rule(only(in("adapter..", "bootstrap.."), "org.slf4j..")).rejects(ModuleSamples.ApplicationOnLog.class);

    static final Rule BOOT_IS_FOR_BOOTSTRAP_AND_CONFIGURATION_ONLY = rule(only(
                    in("bootstrap..").or(in("adapter..").and(configuring())), "org.springframework.boot.."))
            .rejects(ModuleSamples.StoreOnBoot.class);

    static final Rule FEATURES_KNOW_ONLY_THOSE_BEFORE_THEM = rule((Codebase code) -> dependencies(code)
                    .filter(use -> knowsTooMuch(use.getOriginClass(), use.getTargetClass()))
                    .map(Dependency::getDescription)
                    .toList())
            .rejects(
                    ModuleSamples.UserOnAuth.class,
                    ModuleSamples.ConversationOnPresence.class,
                    ModuleSamples.WebUserOnPresence.class);

    static final Rule WHAT_FEATURES_SHARE_KNOWS_NONE_OF_THEM = rule(noClasses()
                    .that(in("domain"))
                    .should()
                    .dependOnClassesThat(feature(Places.FEATURES)))
            .rejects(ModuleSamples.SharedOnUser.class);

    static final Rule A_PACKAGE_BELONGS_TO_ONE_MODULE = rule((Codebase code) -> {
                Map<String, Set<String>> modules = new TreeMap<>();
                code.sources().stream()
                        .filter(SourceFile::isProduction)
                        .forEach(file -> modules.computeIfAbsent(file.packageName(), name -> new TreeSet<>())
                                .add(file.path()));
                return modules.entrySet().stream()
                        .filter(entry -> entry.getValue().stream()
                                        .map(path -> path.substring(0, path.indexOf('/')))
                                        .distinct()
                                        .count()
                                > 1)
                        .map(Object::toString)
                        .toList();
            })
            .rejects(
                    SourceFile.of("chat-wire/src/main/java/A.java", "package io.chatty.wire; class A {}"),
                    SourceFile.of("chat-domain/src/main/java/B.java", "package io.chatty.wire; class B {}"));

    private ModuleRules() {}

    private static ArchRule only(DescribedPredicate<JavaClass> users, String... packages) {
        return noClasses().that(not(users)).should().dependOnClassesThat(library(packages));
    }

    /** Configuration, its properties, and what stands in for Boot's own answer to errors: nothing of a feature. */
    private static DescribedPredicate<JavaClass> configuring() {
        return DescribedPredicate.describe(
                "configuring", type -> type.getName().matches(".*(Configuration|Properties|ErrorController)(\\$.*)?"));
    }

    private static DescribedPredicate<JavaClass> upgrading() {
        return DescribedPredicate.describe(
                "upgrading", type -> type.getSimpleName().matches("(Handshake.+|.+Upgrade)"));
    }

    private static Stream<Dependency> dependencies(Codebase code) {
        return code.classes().stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static boolean knowsTooMuch(JavaClass origin, JavaClass target) {
        Optional<String> knowing = Places.featureOf(origin);
        Optional<String> known = Places.featureOf(target);
        // Whoever asks something of a transport is a session of auth, whatever is asked.
        boolean isCaller = Places.adapterOf(origin).isPresent()
                && Places.adapterOf(target).isEmpty()
                && known.equals(Optional.of("auth"));
        return knowing.isPresent()
                && known.isPresent()
                && !isCaller
                && !Places.mayKnow(knowing.get()).contains(known.get());
    }
}
