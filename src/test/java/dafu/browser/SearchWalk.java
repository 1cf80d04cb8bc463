package dafu.browser;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A reader on the search page of the demonstration archive, which lies below a path of its own. */
@InBrowser
@ResourceLock("SearchWalk")
abstract class SearchWalk {
    @TempDir
    static Path folder;

    static StaticHost host;
    static Browser browser;

    @BeforeAll
    static void build() throws IOException {
        Demonstration.build(folder.resolve("site"));
        host = new StaticHost(folder.resolve("site"), "/open/archive/");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        host.close();
    }

    @BeforeEach
    void size() {
        browser.size(1280, 900, false);
    }

    /** Opens a link to a search and waits for what it shows. */
    static void open(String parameters) {
        browser.driver().get(host.address("search/" + (parameters.isEmpty() ? "" : "?" + parameters)));
        settled();
    }

    static void openQuery(String text) {
        open("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    static WebElement box() {
        return one("input[name=q]");
    }

    static WebElement one(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    /** Clicks on a part of the page, or on the one drawn in its place since it was found. */
    static void click(String selector) {
        fresh(selector, part -> {
            part.click();
            return part;
        });
    }

    static String text(String selector) {
        return fresh(selector, WebElement::getText);
    }

    static String attribute(String selector, String name) {
        return fresh(selector, part -> part.getAttribute(name));
    }

    static boolean displayed(String selector) {
        return fresh(selector, WebElement::isDisplayed);
    }

    /** Asks a part of the page, anew when the page draws another in its place: what is chosen is drawn twice. */
    private static <T> T fresh(String selector, Function<WebElement, T> question) {
        for (int redrawn = 0; ; redrawn++) {
            try {
                return question.apply(one(selector));
            } catch (StaleElementReferenceException drawnAnew) {
                if (redrawn == 10) {
                    throw drawnAnew;
                }
            }
        }
    }

    static List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    static void until(String condition) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(10), Duration.ofMillis(20))
                .withMessage(condition)
                .until(driver -> Boolean.TRUE.equals(browser.driver().executeScript("return !!(" + condition + ")")));
    }

    /** Waits until nothing is being searched for any more; excerpts and figures may still come. */
    static void settled() {
        until("document.querySelector('[data-results]') && document.readyState === 'complete'"
                + " && (!location.search || document.querySelector('[data-results]').dataset.state !== 'idle')"
                + " && document.querySelector('[data-results]').dataset.state !== 'searching'");
    }

    /** Waits until the page shows the result of this query. */
    static void shows(String query) {
        until("new URLSearchParams(location.search).get('q') === '" + query + "'"
                + " && document.querySelector('[data-results]')?.dataset.state === 'done'");
    }

    static List<String> hits() {
        return strings("[...document.querySelectorAll('[data-hit]')].map(hit => hit.dataset.hit)");
    }

    static int total() {
        return (int) browser.number("+document.querySelector('[data-results]').dataset.total");
    }

    static String state() {
        return attribute("[data-results]", "data-state");
    }

    /** The address bar after the question mark, as readers see it. */
    static String address() {
        String url = browser.driver().getCurrentUrl();
        return url.contains("?") ? URLDecoder.decode(url.substring(url.indexOf('?')), StandardCharsets.UTF_8) : "";
    }

    static List<String> strings(String script) {
        return ((List<?>) browser.driver().executeScript("return " + script))
                .stream().map(String::valueOf).toList();
    }

    /** Opens a page with a script that runs before its own. */
    static void openAfter(String script, String parameters) {
        Object id = browser.driver()
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
        try {
            open(parameters);
        } finally {
            browser.driver().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
        }
    }

    /** From now on the line is like this, until {@link #normalLine}. */
    static void line(boolean cut, int latency, int bytesPerSecond) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline", cut,
                                "latency", latency,
                                "downloadThroughput", bytesPerSecond,
                                "uploadThroughput", bytesPerSecond));
    }

    static void normalLine() {
        line(false, 0, -1);
    }
}
