package io.chatty.architecture;

import static io.chatty.architecture.Rule.rule;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How much a reader has to take in at once. Lines are those that hold code, not comments or nothing. */
final class BudgetRules {

    private static final int LINES_OF_A_FILE = 250;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int PARAMETERS = 5;
    private static final int PARAMETERS_OF_A_CONSTRUCTOR = 7;

    /** What is over a budget, one line each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    static final Rule FILES_ARE_SHORT = rule(allowing(code -> code.sources().stream()
                    .filter(file -> file.codeLines() > LINES_OF_A_FILE)
                    .map(file -> new Excess(file, file.fileName(), file.codeLines() + " lines"))))
            .rejects(source("class Long {\n" + "int a;\n".repeat(LINES_OF_A_FILE) + "}"));

    static final Rule METHODS_ARE_SHORT = rule(allowing(code -> methods(code)
                    .filter(method -> method.lines() > LINES_OF_A_METHOD)
                    .map(method -> method.excess(method.lines() + " lines"))))
            .rejects(source("class A { void m() {\n" + "m();\n".repeat(LINES_OF_A_METHOD) + "} }"));

    static final Rule METHODS_TAKE_FEW_PARAMETERS = rule(allowing(code -> methods(code)
                    .filter(method -> !method.isConstructor() && !method.isNotOurs() && !method.isTable())
                    .filter(method -> method.parameters() > PARAMETERS)
                    .map(method -> method.excess(method.parameters() + " parameters"))))
            .rejects(source("class A { void m(int a, int b, int c, int d, int e, int f) {} }"));

    static final Rule CONSTRUCTORS_TAKE_FEW_PARAMETERS = rule(allowing(code -> methods(code)
                    .filter(method -> method.isConstructor() && !method.isOfRecord())
                    .filter(method -> method.parameters() > PARAMETERS_OF_A_CONSTRUCTOR)
                    .map(method -> method.excess(method.parameters() + " parameters"))))
            .rejects(source("class A { A(int a, int b, int c, int d, int e, int f, int g, int h) {} }"));

    private BudgetRules() {}

    private static SourceFile source(String text) {
        return SourceFile.of("sample/src/main/java/A.java", text);
    }

    private static Function<Codebase, List<String>> allowing(Function<Codebase, Stream<Excess>> excesses) {
        return code -> excesses.apply(code)
                .filter(excess -> !EXCEPTIONS.containsKey(excess.what()))
                .map(excess -> excess.file().path() + " has " + excess.much() + ": " + excess.what())
                .toList();
    }

    private static Stream<Method> methods(Codebase code) {
        return code.sources().stream().flatMap(BudgetRules::methods);
    }

    private static Stream<Method> methods(SourceFile file) {
        List<Method> methods = new ArrayList<>();
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree type, ClassTree outer) {
                return super.visitClass(type, type);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree type) {
                methods.add(new Method(file, type, method));
                return super.visitMethod(method, type);
            }
        }.scan(file.tree(), null);
        return methods.stream();
    }

    private record Method(SourceFile file, ClassTree type, MethodTree tree) {

        long lines() {
            return file.codeLinesOf(tree);
        }

        int parameters() {
            return tree.getParameters().size();
        }

        boolean isConstructor() {
            return tree.getReturnType() == null;
        }

        boolean isOfRecord() {
            return type.getKind() == Tree.Kind.RECORD;
        }

        /** What a library calls is as long as the library says. */
        boolean isNotOurs() {
            return isAnnotated("Override");
        }

        /** The parameters of such a test are the columns of its table. */
        boolean isTable() {
            return isAnnotated("ParameterizedTest");
        }

        private boolean isAnnotated(String annotation) {
            return tree.getModifiers().getAnnotations().stream()
                    .anyMatch(found -> found.getAnnotationType().toString().equals(annotation));
        }

        Excess excess(String much) {
            return new Excess(file, type.getSimpleName() + "." + tree.getName(), much);
        }
    }

    /** Something that is over a budget, by the name it goes by in the table of exceptions. */
    private record Excess(SourceFile file, String what, String much) {}
}
