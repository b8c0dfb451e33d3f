package io.chatty.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModuleJoinerTest {

    private static final String ROOT = "META-INF/resources/";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<=^|[\\s;{}])//[^\n]*", Pattern.DOTALL);

    private final Map<String, byte[]> files = new TreeMap<>();

    private ModuleJoinerTest file(String path, String... lines) {
        files.put(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private String joined(String entry) {
        ModuleJoiner.join(files, entry);
        return new String(Objects.requireNonNull(files.get(entry)), StandardCharsets.UTF_8);
    }

    @Test
    void makesOneModuleOfAPackageInTheOrderOfItsImports() {
        file("app/main.js", "import { b as two } from './part/b.js';", "import './a.js';", "run(two);");
        file("app/a.js", "import { html } from 'lit';", "export const a = html``;");
        file("app/part/b.js", "import { a } from '../a.js';", "export function b() {", "  return a;", "}");
        assertThat(joined("app/main.js")).isEqualTo("""
                        import * as $0 from 'lit';

                        // app/a.js
                        const $1 = (() => {
                        const { html } = $0;
                        const a = html``;
                        return { a };
                        })();

                        // app/part/b.js
                        const $2 = (() => {
                        const { a } = $1;
                        function b() {
                          return a;
                        }
                        return { b };
                        })();

                        // app/main.js
                        const $3 = (() => {
                        const { b: two } = $2;

                        run(two);
                        return {  };
                        })();
                        """);
        assertThat(files).containsOnlyKeys("app/main.js");
    }

    @Test
    void keepsWhatThePackageExports() {
        file("sdk/index.js", "export { Client } from './client.js';", "export const VERSION = 1;");
        file("sdk/client.js", "export class Client {}", "export async function close() {}");
        assertThat(joined("sdk/index.js"))
                .contains("return { Client, close };", "return { Client: $0.Client, VERSION };")
                .endsWith("\nexport const { Client, VERSION } = $1;\n");
    }

    @Test
    void leavesDocumentationBehind() {
        String[] code = {
            "/** @type {One} */ (it).run(); // well", "const two = /** @type {Two} */ (it);", "run(two); /* done */"
        };
        file(
                "app/main.js",
                "/** Runs it. */",
                "/**",
                " * @param {string} it",
                " */",
                code[0],
                "  /** Of two. */",
                code[1],
                code[2]);
        assertThat(joined("app/main.js")).contains("(() => {\n" + String.join("\n", code) + "\nreturn {  };");
    }

    @Test
    void leavesOtherPackagesWhereTheyAre() {
        file("app/main.js", "import './db/disk.js';");
        file("app/db/disk.js", "import {", "  storage,", "  Client as C,", "} from '../../sdk/index.js';");
        file("sdk/index.js", "export const storage = 1;");
        assertThat(joined("app/main.js"))
                .startsWith("import * as $0 from '../sdk/index.js';\n")
                .contains("const { storage, Client: C } = $0;");
        assertThat(files).containsKey("sdk/index.js");
    }

    @Test
    void takesInWords() {
        file("app/main.js", "import en from './en.json' with { type: 'json' };", "say(en.hello);");
        file("app/en.json", "{ \"hello\": \"$1 Hello\" }");
        assertThat(joined("app/main.js"))
                .contains("const $0 = { \"hello\": \"$1 Hello\" };", "const en = $0;", "say(en.hello);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import other from './other.js';",
                "import * as other from './other.js';",
                "import { nothing } from './other.js';",
                "import { one } from './missing.js';",
                "import { one } from './main.js';",
                "import { one } from './circle.js';",
                "import { one } from \"./other.js\";",
                "import('./other.js');",
                "export * from './other.js';",
                "export { one };",
                "export let one = 1;",
                "export const [one] = [1];",
                "export default 1;"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        file("app/main.js", line).file("app/other.js", "export const one = 1;");
        file("app/circle.js", "import './main.js';", "export const one = 1;");
        assertThatThrownBy(() -> joined("app/main.js")).isInstanceOf(IllegalStateException.class);
    }

    /** What would only fail in a browser, or be loaded a second time. */
    @Test
    void ourModulesAskForNothingThatJoiningChanges() throws IOException {
        Map<String, String> modules = ourModules();
        assertThat(modules).containsKeys(Assets.MAIN, Assets.SDK, Assets.ACCOUNT);
        modules.forEach((path, code) -> assertThat(code)
                .as(path)
                .doesNotContain("import.meta")
                .doesNotContainPattern("\\bimport\\(\\s*['\"`]\\.")
                .doesNotContainPattern("(?m)^(?!.*\\basync\\b)\\S.*\\bawait\\b")
                .doesNotContainPattern("\\b(?:const|let|var|class|function)\\s+\\$\\d"));
    }

    @Test
    void eachOfOurModulesIsPartOfAPackageOrHoldsTypesOnly() throws IOException {
        Assets assets = new Assets();
        List<String> joined = List.of(Assets.MAIN, Assets.SDK, Assets.ACCOUNT).stream()
                .map(entry ->
                        new String(Objects.requireNonNull(assets.own(entry)).content(), StandardCharsets.UTF_8))
                .toList();
        Map<String, String> modules = ourModules();
        modules.remove("app/theme.js");
        modules.values().removeIf(code -> code.strip().equals("export {};"));
        assertThat(modules.keySet())
                .allSatisfy(path -> assertThat(joined)
                        .as("%s in one joined module", path)
                        .satisfiesOnlyOnce(code -> assertThat(code).contains("\n// " + path + "\n")));
    }

    /** The code of all our modules, without comments, by path. */
    private static Map<String, String> ourModules() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, String> modules = new TreeMap<>();
        for (String folder : List.of("app/", "sdk/")) {
            for (Resource file : resolver.getResources("classpath*:" + ROOT + folder + "**/*.js")) {
                String url = file.getURL().toString();
                String code = COMMENT.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                        .replaceAll("");
                modules.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), code);
            }
        }
        return modules;
    }
}
