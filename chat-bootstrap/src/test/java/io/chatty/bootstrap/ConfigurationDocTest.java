package io.chatty.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** The table of properties says what the classes that read them say: names, variables, defaults. */
class ConfigurationDocTest {

    /** {@code | `chatty.name` | `CHATTY_NAME` | default | meaning |} */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(chatty\\.[a-z.-]+)` \\| `([A-Z_]+)` \\| ([^|]*) \\|[^|]+\\|$");

    /** Written by the build, not by people. */
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("chatty.version");

    private final Map<String, String> documented = new TreeMap<>();
    private final Map<String, String> read = new TreeMap<>();

    @Test
    void theTableHoldsEveryPropertyWithItsDefault() {
        readTable();
        readClasses();
        assertThat(read).isNotEmpty();
        assertThat(documented).containsExactlyEntriesOf(read);
    }

    /** The default is what stands in backticks; a default that is a word of explanation counts as none. */
    private void readTable() {
        ROW.matcher(Documents.read(Documents.ROOT.resolve("docs/configuration.md")))
                .results()
                .forEach(row -> {
                    String name = row.group(1);
                    assertThat(row.group(2)).isEqualTo(variable(name));
                    String value = row.group(3);
                    documented.put(name, value.startsWith("`") ? value.replace("`", "") : "");
                });
    }

    private void readClasses() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        // The architecture's rejected samples are read by nobody.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile("io\\.chatty\\.architecture\\..*")));
        scanner.findCandidateComponents("io.chatty").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            readClass(type, type.getAnnotation(ConfigurationProperties.class).value());
        });
    }

    private void readClass(Class<?> type, String prefix) {
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String name = prefix + "." + hyphened(parameter.getName());
            if (parameter.getType().isRecord()) {
                readClass(parameter.getType(), name);
            } else if (!NOT_FOR_PEOPLE.contains(name)) {
                DefaultValue value = parameter.getAnnotation(DefaultValue.class);
                String given = value == null ? "" : String.join(",", Arrays.asList(value.value()));
                assertThat(read.getOrDefault(name, given))
                        .as("default of %s", name)
                        .isEqualTo(given);
                read.put(name, given);
            }
        }
    }

    private static String hyphened(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
