package io.chatty.architecture;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/** What {@code CodeRules} must reject. */
final class CodeSamples {

    private CodeSamples() {}

    static final class Printer {
        void print() {
            System.out.println("done");
        }
    }

    static final class Thrower {
        void refuse() {
            throw new RuntimeException("no");
        }
    }

    static final class JulLogger {
        final Logger log = Logger.getLogger("sample");
    }

    static final class LowerCase {
        String of(String text) {
            return text.toLowerCase();
        }
    }

    static final class LowerCaseByReference {
        final UnaryOperator<String> fold = String::toLowerCase;
    }

    static final class Format {
        String of(int number) {
            return String.format("%d", number);
        }
    }

    static final class Bytes {
        byte[] of(String text) {
            return text.getBytes();
        }
    }

    static final class Text {
        String of(byte[] bytes) {
            return new String(bytes);
        }
    }

    static final class OptionalParameter {
        boolean isGiven(Optional<String> text) {
            return text.isPresent();
        }
    }

    static final class OptionalField {
        final Optional<String> text = Optional.empty();
    }

    static final class SharedCounter {
        static int count;
    }
}
