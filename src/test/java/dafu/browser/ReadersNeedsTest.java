package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Readers who see little, use a keyboard, are made dizzy by movement, choose their own colours, or wait for a slow network. */
@InBrowser
class ReadersNeedsTest {
    private static final String REPLY = "replies/2024/cppcc-14-3-012/";
    private static final String PICTURE = "replies/2023/cppcc-14-2-038/";

    @TempDir
    static Path folder;

    static StaticHost host;
    static Browser browser;

    @BeforeAll
    static void build() throws IOException {
        host = new StaticHost(Demonstration.build(folder.resolve("site")), "/open/archive/");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        host.close();
    }

    @AfterEach
    void forget() {
        open("");
        browser.driver().executeScript("localStorage.clear()");
    }

    @Test
    void textIsLargeOnEveryPageOnceAReaderAsksForIt() {
        browser.size(360, 800, false);
        open(REPLY);
        assertThat(size()).isLessThan(18);
        choose("dafu-large");
        assertThat(size()).as("18 points").isGreaterThanOrEqualTo(24);
        open("years/");
        assertThat(size()).isGreaterThanOrEqualTo(24);
        choose("dafu-large");
        open("");
        assertThat(size()).isLessThan(18);
    }

    @Test
    void theSwitchesWorkWithoutScripts() {
        browser.size(360, 800, false);
        browser.scripts(false);
        try {
            open(REPLY);
            choose("dafu-large");
            choose("dafu-contrast");
            assertThat(size()).isGreaterThanOrEqualTo(24);
            assertThat(browser.driver().findElement(By.tagName("body")).getCssValue("color"))
                    .isEqualTo("rgba(0, 0, 0, 1)");
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void largeTextInHighContrastFitsAndIsSound() throws IOException {
        TreeMap<String, Object> wrong = new TreeMap<>();
        for (boolean dark : new boolean[] {false, true}) {
            browser.size(320, 800, dark);
            open("");
            choose("dafu-large");
            choose("dafu-contrast");
            for (String page :
                    List.of("", "replies/", "bodies/", REPLY, "statistics/", "data/", "masks/", "search/?q=058")) {
                open(page);
                browser.settle();
                browser.driver().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
                long wide = browser.number("document.scrollingElement.scrollWidth");
                List<?> found = browser.violations();
                if (wide > 320 || !found.isEmpty()) {
                    wrong.put(page + (dark ? " dark" : ""), wide + " wide " + found);
                }
            }
            forget();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aKeyboardReachesEverythingInTheOrderOfThePageAndShowsWhereItIs() {
        browser.size(1280, 900, false);
        open(REPLY);
        browser.driver().executeScript("""
                window.stops = [...document.querySelectorAll('a[href], input, button, summary, [tabindex]')]
                    .filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }));
                """);
        long stops = browser.number("stops.length");
        List<Long> order = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < stops; i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            order.add(browser.number("stops.indexOf(document.activeElement)"));
            if (browser.number("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") < 2) {
                unseen.add(String.valueOf(browser.driver().executeScript("return document.activeElement.outerHTML")));
            }
        }
        assertThat(order).isSorted().startsWith(0L).doesNotHaveDuplicates().hasSize((int) stops);
        assertThat(unseen).isEmpty();
    }

    @Test
    void theFirstLinkLeadsPastTheHeader() {
        browser.size(360, 800, false);
        open(REPLY);
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("跳到正文");
        assertThat(browser.driver().switchTo().activeElement().isDisplayed()).isTrue();
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.number("document.querySelector('main').contains(document.activeElement)?1:0"))
                .isOne();
    }

    @Test
    void nothingMovesForThoseWhoAskForStillness() {
        browser.size(1280, 900, false);
        open(REPLY);
        assertThat(browser.driver().findElement(By.tagName("html")).getCssValue("scroll-behavior"))
                .isEqualTo("auto");
        assertThat(browser.number("document.getAnimations().length")).isZero();
    }

    @Test
    void coloursOfAReadersOwnLeaveEverythingToldApart() {
        browser.size(1280, 900, false);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
        open(REPLY);
        String border = "getComputedStyle(document.querySelector('%s')).borderBottomColor";
        assertThat(browser.driver().executeScript("return " + border.formatted(".menu [aria-current]")))
                .isNotEqualTo(
                        browser.driver().executeScript("return " + border.formatted(".menu a:not([aria-current])")));
        assertThat(browser.number("document.querySelector('.search-box input').getBoundingClientRect().height"))
                .isGreaterThan(24);
    }

    @Test
    void magnifiedFourTimesAPageFlowsIntoOneColumn() {
        browser.size(320, 256, false);
        for (String page : Samples.of(folder.resolve("site")).values()) {
            open(page);
            assertThat(browser.number("document.scrollingElement.scrollWidth"))
                    .as(page)
                    .isLessThanOrEqualTo(320);
            assertThat(browser.number("[...document.querySelectorAll('body *')]"
                            + ".filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)).length"))
                    .as("what would cover a small screen: " + page)
                    .isZero();
        }
    }

    @Test
    void nothingShiftsWhileAPageComesOverASlowNetwork() {
        browser.size(360, 800, false);
        open("");
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        slow(50_000, 300);
        try {
            for (String page : List.of("", "replies/", REPLY, PICTURE, "search/")) {
                open(page);
                Object shift = browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        let sum = 0;
                        new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                            .observe({ type: 'layout-shift', buffered: true });
                        document.querySelector('img')?.scrollIntoView();
                        const image = document.querySelector('img');
                        const shown = () => requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                        if (image && !image.complete) image.onload = shown; else shown();
                        """);
                assertThat(((Number) shift).doubleValue()).as(page).isLessThan(0.01);
            }
        } finally {
            slow(-1, 0);
            browser.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", false));
        }
    }

    /**
     * What the browser fetched for a page, and its icon, uncompressed; the pictures of a letter are its own. With a public
     * address pages are heaviest: they say it to programs, and replies have it as a QR code.
     */
    @Test
    void aPageWithEverythingItNeedsWeighsAtMostFortyKilobytes() throws IOException {
        Path content = folder.resolve("content");
        try (var files = Files.walk(Path.of("content"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, content.resolve(Path.of("content").relativize(file)));
            }
        }
        Path settings = content.resolve("archive.yml");
        String address = "base-url: https://www.example.gov.cn/zwgk/zdlyxxgk/rddbjy/dafu/\n";
        Files.writeString(settings, address + Files.readString(settings));
        Path site = Demonstration.build(content.toString(), folder.resolve("public"));
        TreeMap<String, Long> weights = new TreeMap<>();
        try (StaticHost open = new StaticHost(site, "/")) {
            for (String page : pages(site)) {
                browser.driver().get(open.address(page));
                long bytes = browser.number("""
                        ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))
                            .filter(entry => entry.initiatorType !== 'img')
                            .reduce((sum, entry) => sum + entry.decodedBodySize, 0)""");
                weights.put(page, bytes + Files.size(site.resolve("assets/icon.svg")));
            }
        }
        assertThat(weights).hasSizeGreaterThan(100);
        assertThat(weights.values()).allMatch(bytes -> bytes > 20_000);
        weights.values().removeIf(bytes -> bytes <= 40_000);
        assertThat(weights).isEmpty();
    }

    /** Every page that lists or shows something, but the search. */
    private static List<String> pages(Path site) throws IOException {
        try (var files = Files.walk(site)) {
            return files.map(file -> site.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith("index.html") && !file.startsWith("search/"))
                    .map(file -> file.replaceFirst("index\\.html$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static void open(String page) {
        browser.driver().get(host.address(page));
    }

    private static void choose(String name) {
        browser.driver().findElement(By.name(name)).click();
    }

    private static double size() {
        return Double.parseDouble(browser.driver()
                .findElement(By.tagName("body"))
                .getCssValue("font-size")
                .replace("px", ""));
    }

    private static void slow(int bytesPerSecond, int latency) {
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline", false,
                                "latency", latency,
                                "downloadThroughput", bytesPerSecond,
                                "uploadThroughput", bytesPerSecond));
    }
}
