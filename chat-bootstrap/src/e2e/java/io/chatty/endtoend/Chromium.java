package io.chatty.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium, started once for all tests of a run; it ends with the process. Where there is none, tests are
 * skipped, but fail in CI.
 */
final class Chromium {

    /** A name for this machine that is not localhost, and so not a secure context. */
    static final String OTHER_HOST = "chatty.test";

    /** A page on a busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP " + OTHER_HOST + " 127.0.0.1");

    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            Path executable = find();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            browser = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(FLAGS));
        }
        return browser;
    }

    private static Path find() {
        String named = System.getenv("CHATTY_CHROMIUM");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(System.getenv("PATH"))
                        .map(folder -> Path.of(folder, "chromium"));
        return candidates.filter(Files::isExecutable).findFirst().orElseGet(Chromium::missing);
    }

    private static Path missing() {
        String words = "There is no Chromium here: install it, or name it by CHATTY_CHROMIUM.";
        return System.getenv("CI") == null ? Assumptions.abort(words) : Assertions.fail(words);
    }
}
