package io.chatty.architecture;

import static io.chatty.architecture.Rule.rule;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.chatty.domain.StoreIdentity;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.SessionToken;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shows in the text of the sources only. */
final class SourceRules {

    /** Values that hide themselves, so that they cannot slip into a log by way of what holds them. */
    private static final Set<String> SECRET_VALUES = Stream.of(
                    EmailAddress.class,
                    MessageText.class,
                    Password.class,
                    PasswordHash.class,
                    SessionToken.class,
                    StoreIdentity.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    /** What nobody but its owner may see, by the names it goes by. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(.*(password|token|secret)|e-?mail(address)?|text|body|payload)");

    private static final Pattern CLOTHES = Pattern.compile(AdapterRules.CLOTHES);
    private static final Pattern LOGGER = Pattern.compile("(?i)log(ger)?");
    private static final Pattern TO_DO_WITHOUT_NOTE = Pattern.compile("(?i)\\b(todo|fixme|xxx|hack)\\b(?!\\(#\\d+\\))");
    private static final Pattern DESTINATION = Pattern.compile("/(app|user/queue|topic|queue)/.*");
    private static final Pattern ROOT_PACKAGE =
            Pattern.compile("io\\.chatty\\.(adapter\\.\\w+|bootstrap|conformance|wire|(domain|application)(\\.\\w+)?)");
    private static final int LEAST_PARAGRAPH = 60;

    static final Rule EVERY_PACKAGE_SAYS_WHAT_IT_IS = rule((Codebase code) -> production(code)
                    .filter(file -> code.sources().stream()
                            .noneMatch(other ->
                                    other.path().equals(file.path().replaceFirst("[^/]+$", "package-info.java"))))
                    .map(file -> file.path() + " stands in a package without package-info")
                    .toList())
            .rejects(source("Lonely.java", "package io.chatty.domain.user; final class Lonely {}"));

    static final Rule EVERY_PACKAGE_IS_NULL_MARKED = rule((Codebase code) -> packages(code)
                    .filter(file -> !file.code().contains("@NullMarked"))
                    .map(file -> file.path() + " is not @NullMarked")
                    .toList())
            .rejects(source("package-info.java", "/** The users of this house. */ package io.chatty.domain.user;"));

    static final Rule ROOT_PACKAGES_SAY_IT_IN_A_PARAGRAPH = rule((Codebase code) -> packages(code)
                    .filter(file -> paragraph(file).length()
                            < (ROOT_PACKAGE.matcher(file.packageName()).matches() ? LEAST_PARAGRAPH : 1))
                    .map(file -> file.path() + " has no paragraph worth reading")
                    .toList())
            .rejects(source(
                    "package-info.java",
                    "/** Users. */ @org.jspecify.annotations.NullMarked package io.chatty.domain.user;"));

    static final Rule NOTHING_IS_LEFT_TO_DO_WITHOUT_A_NOTE = rule((Codebase code) -> code.sources().stream()
                    .filter(file -> !file.packageName().startsWith("io.chatty.architecture"))
                    .filter(file -> TO_DO_WITHOUT_NOTE.matcher(file.text()).find())
                    .map(file -> file.path() + " leaves something to do")
                    .toList())
            .rejects(source("Later.java", "package io.chatty.domain; final class Later { /* TODO: mend */ }"));

    static final Rule SECRET_VALUES_HIDE_THEMSELVES = rule((Codebase code) -> production(code)
                    .filter(file -> file.packageName().startsWith("io.chatty.domain"))
                    .flatMap(file -> types(file)
                            .filter(type ->
                                    SECRET_VALUES.contains(type.getSimpleName().toString()))
                            .filter(type -> !declaresToString(type))
                            .map(type -> file.path() + " shows itself in a log"))
                    .toList())
            .rejects(source("Password.java", "package io.chatty.domain.auth; record Password(String value) {}"));

    /** A framework that logs what it reads and writes logs by toString. */
    static final Rule BODIES_AND_ROWS_HIDE_THE_SECRETS_THEY_HOLD = rule((Codebase code) -> production(code)
                    .flatMap(file -> types(file)
                            .filter(type ->
                                    CLOTHES.matcher(type.getSimpleName()).matches() && holdsSecretText(type))
                            .filter(type -> !declaresToString(type))
                            .map(type -> file.path() + " shows a secret of " + type.getSimpleName() + " in a log"))
                    .toList())
            .rejects(source(
                    "NoteResponse.java", "package io.chatty.wire; record NoteResponse(long seq, String text) {}"));

    static final Rule LOGS_TELL_NO_SECRETS = rule((Codebase code) -> production(code)
                    .flatMap(file -> logArguments(file)
                            .filter(SourceRules::namesSecret)
                            .map(argument -> file.path() + " logs " + argument))
                    .toList())
            .rejects(
                    source(
                            "Chatterer.java",
                            "package io.chatty.adapter.web; class Chatterer { void c(M m) { log.info(\"said {}\", m.text()); } }"));

    static final Rule DESTINATIONS_STAND_IN_ONE_TABLE = rule((Codebase code) -> production(code)
                    .filter(file -> !file.packageName().startsWith("io.chatty.conformance"))
                    .filter(file -> !file.path().endsWith("adapter/stomp/Destination.java"))
                    .flatMap(file -> literals(file)
                            .filter(literal -> DESTINATION.matcher(literal).matches())
                            .map(literal -> file.path() + " writes " + literal))
                    .toList())
            .rejects(source(
                    "Sender.java",
                    "package io.chatty.adapter.stomp; class Sender { String to = \"/app/messages.send\"; }"));

    private SourceRules() {}

    private static SourceFile source(String name, String text) {
        return SourceFile.of("sample/src/main/java/" + name, text);
    }

    private static Stream<SourceFile> production(Codebase code) {
        return code.sources().stream().filter(SourceFile::isProduction);
    }

    private static Stream<SourceFile> packages(Codebase code) {
        return production(code).filter(file -> file.fileName().equals("package-info.java"));
    }

    /** What the comment of a package says, without marks and blanks around it. */
    private static String paragraph(SourceFile file) {
        String text = file.text();
        int end = text.indexOf("*/");
        return end < 0 || !text.startsWith("/**")
                ? ""
                : text.substring(3, end).replaceAll("[\\s*]+", " ").strip();
    }

    private static Stream<ClassTree> types(SourceFile file) {
        List<ClassTree> types = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                types.add(type);
                return super.visitClass(type, null);
            }
        }.scan(file.tree(), null);
        return types.stream();
    }

    private static boolean declaresToString(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member -> member instanceof MethodTree method
                        && method.getName().contentEquals("toString")
                        && method.getParameters().isEmpty());
    }

    private static boolean holdsSecretText(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member -> member instanceof VariableTree component
                        && component.getType().toString().matches("(@Nullable )?String")
                        && SECRET_NAME.matcher(component.getName()).matches());
    }

    private static Stream<ExpressionTree> logArguments(SourceFile file) {
        List<ExpressionTree> arguments = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getExpression() instanceof IdentifierTree receiver
                        && LOGGER.matcher(receiver.getName()).matches()) {
                    arguments.addAll(call.getArguments());
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(file.tree(), null);
        return arguments.stream();
    }

    private static boolean namesSecret(ExpressionTree argument) {
        List<String> names = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                names.add(identifier.getName().toString());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
                names.add(select.getIdentifier().toString());
                return super.visitMemberSelect(select, null);
            }
        }.scan(argument, null);
        return names.stream().anyMatch(name -> SECRET_NAME.matcher(name).matches());
    }

    private static Stream<String> literals(SourceFile file) {
        List<String> literals = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text) {
                    literals.add(text);
                }
                return null;
            }
        }.scan(file.tree(), null);
        return literals.stream();
    }
}
