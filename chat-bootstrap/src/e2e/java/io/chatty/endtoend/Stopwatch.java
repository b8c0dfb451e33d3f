package io.chatty.endtoend;

import com.microsoft.playwright.Page;
import java.util.Map;

/** How quick a page is by its own clock, so that nothing of the test counts. */
final class Stopwatch {

    private final Page page;

    private Stopwatch(Page page) {
        this.page = page;
    }

    /** From now on long tasks and shifts of the layout are remembered, those that follow a click or a key included. */
    static Stopwatch of(Page page) {
        page.evaluate(
                """
                () => {
                    window.quick = { longest: 0, shift: 0, moved: [] };
                    new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => {
                        window.quick.longest = Math.max(window.quick.longest, duration);
                    })).observe({ type: 'longtask' });
                    new PerformanceObserver(list => list.getEntries().forEach(({ value, sources }) => {
                        window.quick.shift += value;
                        window.quick.moved.push(...sources.map(({ node }) => node?.className ?? node?.nodeName));
                    })).observe({ type: 'layout-shift' });
                }""");
        return new Stopwatch(page);
    }

    /** Milliseconds of the longest task over 50 ms, 0 where there was none. */
    double longestTask() {
        return number("window.quick.longest");
    }

    /** The score of everything that moved without being scrolled. */
    double layoutShift() {
        return number("window.quick.shift");
    }

    /** The elements that moved. */
    String moved() {
        return String.valueOf(page.evaluate("window.quick.moved.join()"));
    }

    /** Milliseconds from an event until words have been painted in the log. */
    double untilShown(String event, String words, Runnable action) {
        page.evaluate(
                """
                ({ event, words }) => {
                    window.shown = new Promise(done => {
                        let start = 0;
                        addEventListener(event, ({ timeStamp }) => { start = timeStamp; }, { capture: true, once: true });
                        const painted = new MessageChannel();
                        painted.port1.onmessage = () => done(performance.now() - start);
                        new MutationObserver((changes, observer) => {
                            if (start > 0 && document.querySelector('.log')?.textContent.includes(words)) {
                                observer.disconnect();
                                painted.port2.postMessage(null);
                            }
                        }).observe(document.body, { childList: true, subtree: true, characterData: true });
                    });
                }""",
                Map.of("event", event, "words", words));
        action.run();
        return number("window.shown");
    }

    private double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
