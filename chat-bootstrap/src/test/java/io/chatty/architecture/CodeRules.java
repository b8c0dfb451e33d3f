package io.chatty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static io.chatty.architecture.Conditions.be;
import static io.chatty.architecture.Conditions.call;
import static io.chatty.architecture.Conditions.exactly;
import static io.chatty.architecture.Conditions.notCall;
import static io.chatty.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.chatty.conformance.Conformance;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Scanner;

/** Habits of the whole code. */
final class CodeRules {

    static final Rule NOTHING_IS_PRINTED = rule(noClasses()
                    .that(not(type(Conformance.class)))
                    .should(ACCESS_STANDARD_STREAMS))
            .rejects(CodeSamples.Printer.class);

    static final Rule FAILURES_HAVE_A_TYPE =
            rule(noClasses().should(THROW_GENERIC_EXCEPTIONS)).rejects(CodeSamples.Thrower.class);

    static final Rule LOGS_GO_THROUGH_SLF4J =
            rule(noClasses().should(USE_JAVA_UTIL_LOGGING)).rejects(CodeSamples.JulLogger.class);

    static final Rule LOCALES_ARE_GIVEN = rule(classes()
                    .should(notCall(
                            exactly(String.class, "toLowerCase"),
                            exactly(String.class, "toUpperCase"),
                            exactly(String.class, "format", String.class, Object[].class),
                            call("formatted", String.class),
                            call("getDefault", Locale.class),
                            exactly(PrintStream.class, "printf", String.class, Object[].class),
                            exactly(DateTimeFormatter.class, "ofPattern", String.class),
                            exactly(SimpleDateFormat.class, "<init>", String.class),
                            exactly(DecimalFormat.class, "<init>", String.class))))
            .rejects(CodeSamples.LowerCase.class, CodeSamples.LowerCaseByReference.class, CodeSamples.Format.class);

    static final Rule CHARSETS_ARE_GIVEN = rule(classes()
                    .should(notCall(
                            exactly(String.class, "getBytes"),
                            exactly(String.class, "<init>", byte[].class),
                            exactly(String.class, "<init>", byte[].class, int.class, int.class),
                            exactly(ByteArrayOutputStream.class, "toString"),
                            exactly(InputStreamReader.class, "<init>", InputStream.class),
                            exactly(OutputStreamWriter.class, "<init>", OutputStream.class),
                            exactly(PrintStream.class, "<init>", OutputStream.class),
                            exactly(PrintStream.class, "<init>", OutputStream.class, boolean.class),
                            exactly(FileReader.class, "<init>", String.class),
                            exactly(FileWriter.class, "<init>", String.class),
                            exactly(Scanner.class, "<init>", InputStream.class),
                            call("defaultCharset", Charset.class))))
            .rejects(CodeSamples.Bytes.class, CodeSamples.Text.class);

    static final Rule OPTIONALS_ARE_ANSWERS_ONLY = rule(codeUnits()
                    .should(be(
                            "without parameters that are optional",
                            unit -> unit.getRawParameterTypes().stream().noneMatch(optional()))))
            .rejects(CodeSamples.OptionalParameter.class);

    static final Rule OPTIONALS_ARE_NOT_KEPT =
            rule(fields().should().notHaveRawType(optional())).rejects(CodeSamples.OptionalField.class);

    static final Rule NOTHING_IS_SHARED_THAT_CHANGES =
            rule(fields().that().areStatic().should().beFinal()).rejects(CodeSamples.SharedCounter.class);

    private CodeRules() {}

    private static DescribedPredicate<JavaClass> optional() {
        return type(Optional.class).or(type(OptionalInt.class)).or(type(OptionalLong.class));
    }
}
