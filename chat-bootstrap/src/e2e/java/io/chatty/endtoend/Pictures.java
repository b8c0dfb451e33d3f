package io.chatty.endtoend;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the page for the documentation. They go into the build folder unless {@code chatty.images} names another. */
final class Pictures {

    private static final Path FOLDER = Path.of(System.getProperty("chatty.images", "target/images"));

    private Pictures() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("page-" + name + ".png")));
    }
}
