package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration archive of {@code content/}, in a browser, below a path of its own. */
@InBrowser
class DemonstrationTest {
    private static final List<Integer> WIDTHS = List.of(320, 360, 1280);

    @TempDir
    static Path folder;

    static StaticHost host;
    /** The same site at a host's root: the one place where the links of its 404 page lead somewhere. */
    static StaticHost rootHost;

    static Browser browser;

    @BeforeAll
    static void build() throws IOException {
        Demonstration.build(folder.resolve("site"));
        host = new StaticHost(folder.resolve("site"), "/open/archive/");
        rootHost = new StaticHost(folder.resolve("site"), "/");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        host.close();
        rootHost.close();
    }

    @Test
    void everyPageOpensWithoutAComplaintAndEveryInternalLinkLeadsSomewhere() {
        browser.size(1280, 900, false);
        Set<String> seen = new LinkedHashSet<>();
        TreeMap<String, Object> complaints = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(host.address(""), host.address("search/")));
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            if (!seen.add(address)) {
                continue;
            }
            browser.driver().get(address);
            List<String> found = browser.complaints();
            if (!found.isEmpty()) {
                complaints.put(address, found);
            }
            for (Object link : (List<?>) browser.driver()
                    .executeScript("return [...document.querySelectorAll('a[href]')].map(a => a.href)")) {
                String target = withoutFragment(String.valueOf(link));
                boolean page = target.startsWith(host.address("")) && target.endsWith("/");
                if (page) {
                    waiting.add(target);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(host.missing()).isEmpty();
        long pages =
                pages().stream().filter(path -> path.endsWith("index.html")).count();
        assertThat((long) seen.size())
                .as("pages reached from the home page and the search box")
                .isEqualTo(pages);
    }

    @Test
    void nothingOverflowsAtAnyWidthInEitherScheme() {
        TreeMap<String, String> overflows = new TreeMap<>();
        for (int width : WIDTHS) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.size(width, 800, dark);
                for (String page : Samples.of(folder.resolve("site")).values()) {
                    open(page);
                    long wide = browser.number("document.scrollingElement.scrollWidth");
                    if (wide > width) {
                        overflows.put(page + " at " + width, "is " + wide + " wide");
                    }
                }
            }
        }
        assertThat(overflows).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(rootHost.missing()).isEmpty();
    }

    @Test
    void aPageRunsNothingWrittenIntoItAndAsksNoOtherHost() {
        browser.size(1280, 900, false);
        open("replies/2023/cppcc-9-2-058/");
        browser.complaints();
        Object ran = browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const blocked = [];
                document.addEventListener('securitypolicyviolation', e => blocked.push(e.effectiveDirective));
                const script = document.createElement('script');
                script.textContent = 'window.ran = 1';
                const button = document.createElement('div');
                button.innerHTML = '<a onclick="window.ran = 2" style="color: red">x</a><img src="http://127.0.0.1:9/x.png">'
                    + '<iframe src="http://127.0.0.1:9/"></iframe><form action="http://127.0.0.1:9/"></form>';
                document.body.append(script, button);
                button.firstChild.click();
                fetch('http://127.0.0.1:9/').catch(() => 0);
                const began = Date.now();
                const look = () => {
                    const kinds = new Set(blocked);
                    if (Date.now() - began < (kinds.size < 6 ? 10000 : 500)) return setTimeout(look, 50);
                    done([String(window.ran), ...kinds].join(' '));
                };
                look();
                """);
        assertThat(String.valueOf(ran).split(" "))
                .contains(
                        "undefined",
                        "script-src-elem",
                        "script-src-attr",
                        "style-src-attr",
                        "img-src",
                        "frame-src",
                        "connect-src");
        assertThat(browser.complaints()).as("it says so").isNotEmpty();
    }

    @Test
    void axeFindsNothingAtAnyWidthInEitherScheme() throws IOException {
        TreeMap<String, Object> violations = new TreeMap<>();
        for (int width : List.of(360, 1280)) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.size(width, 800, dark);
                for (String page : Samples.of(folder.resolve("site")).values()) {
                    open(page);
                    List<?> found = browser.violations();
                    if (!found.isEmpty()) {
                        violations.put(page + " at " + width + (dark ? " dark" : ""), found);
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void aReaderGoesFromHomeThroughAListingToAReplyWithoutScripts() {
        browser.size(360, 800, false);
        browser.scripts(false);
        try {
            browser.driver().get(host.address(""));
            browser.driver()
                    .findElement(org.openqa.selenium.By.cssSelector("a[href$='years/']"))
                    .click();
            browser.driver()
                    .findElement(org.openqa.selenium.By.cssSelector("main a[href$='years/2023/']"))
                    .click();
            browser.driver()
                    .findElement(org.openqa.selenium.By.cssSelector("main .item a"))
                    .click();
            assertThat(browser.driver().getCurrentUrl()).contains("/replies/2023/");
            assertThat(browser.driver().findElements(org.openqa.selenium.By.cssSelector("article[data-reply] h1")))
                    .hasSize(1);
        } finally {
            browser.scripts(true);
        }
    }

    /** Opens a page, with all that can be unfolded on it. */
    private static void open(String page) {
        browser.driver().get((page.equals("404.html") ? rootHost : host).address(page));
        browser.settle();
        browser.driver().executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private static List<String> pages() {
        Path site = folder.resolve("site");
        try (var files = Files.walk(site)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> site.relativize(file).toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String withoutFragment(String address) {
        URI uri = URI.create(address);
        return uri.getFragment() == null ? address : address.substring(0, address.indexOf('#'));
    }
}
