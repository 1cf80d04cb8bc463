package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with a fresh profile and no traffic of its own. */
final class Browser implements AutoCloseable {
    /** What a browser says when it thinks that the network of the machine has changed, and drops what is under way. */
    private static final String CHANGED = "ERR_NETWORK_CHANGED";

    private static final Set<Browser> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean dropped;

    private final ChromeDriver driver;

    Browser(String... arguments) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        options.addArguments(arguments);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // Named, so that Selenium does not go and download one.
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
        OPEN.add(this);
    }

    /** Begins to look whether a browser drops what is under way. */
    static void forgetDrops() {
        dropped = false;
    }

    /** Whether one has, by what failed or by its console. */
    static boolean dropped(Throwable failed) {
        OPEN.forEach(Browser::complaints);
        return dropped || String.valueOf(failed.getMessage()).contains(CHANGED);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What a window of this size shows, whatever the smallest window of the system is. */
    void size(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                // A click on what is still being scrolled to would miss it.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void scripts(boolean enabled) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    }

    /** Errors and warnings of the console since the last call; a request that failed is one, unless the network changed. */
    List<String> complaints() {
        List<String> all = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
        dropped |= all.stream().anyMatch(message -> message.contains(CHANGED));
        return all.stream().filter(message -> !message.contains(CHANGED)).toList();
    }

    /** What axe finds on the page: the rule, and the markup that breaks it. */
    List<?> violations() throws IOException {
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), UTF_8));
        }
        return (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join(' | '))));
                """);
    }

    long number(String script) {
        return ((Number) driver.executeScript("return " + script)).longValue();
    }

    /** Waits until the page of an address is there: a form is sent after the command that sends it has returned. */
    void arrive(String start) {
        new org.openqa.selenium.support.ui.WebDriverWait(driver, java.time.Duration.ofSeconds(20))
                .until(d -> String.valueOf(d.getCurrentUrl()).startsWith(start)
                        && "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** Waits until a search, if the page made one, shows what it found. */
    void settle() {
        new org.openqa.selenium.support.ui.WebDriverWait(driver, java.time.Duration.ofSeconds(20))
                .until(d -> !String.valueOf(d.getCurrentUrl()).contains("?q=")
                        || !d.findElements(By.cssSelector("[data-state=done] [data-hit] .item-summary"))
                                .isEmpty());
    }

    /** The whole page, also what a window would not show. */
    void screenshot(Path file) throws IOException {
        Map<?, ?> size = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x", 0, "y", 0, "width", width(), "height", ((Number) size.get("height")).intValue(), "scale", 1);
        save(
                file,
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true, "clip", clip)));
    }

    /** The page as it prints on A4. */
    void print(Path file) throws IOException {
        save(file, driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true)));
    }

    private long width() {
        return number("innerWidth");
    }

    private static void save(Path file, Map<String, Object> answer) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }

    @Override
    public void close() {
        OPEN.remove(this);
        driver.quit();
    }
}
