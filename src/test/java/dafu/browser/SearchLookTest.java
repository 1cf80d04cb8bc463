package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search page in each of its states, narrow and wide, light and dark. */
class SearchLookTest extends SearchWalk {
    private static final List<String> STATES = List.of(
            "",
            "q=停车",
            "q=停车&topic=parking&year=2023&body=no-such-body",
            "q=%22绝无此词%22",
            "q=058&sort=date",
            "kind=proposal&page=2",
            "q=" + "W".repeat(600),
            "q=foo:" + "停".repeat(400));

    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)";

    @AfterEach
    void mend() {
        host.mend();
        browser.complaints();
    }

    @Test
    void nothingOverflowsOnASmallScreenOrMagnifiedFourTimes() {
        TreeMap<String, Long> wide = new TreeMap<>();
        for (int width : List.of(320, 360, 1280)) {
            browser.size(width, 700, width == 360);
            for (String parameters : STATES) {
                open(parameters);
                browser.driver().executeScript(OPEN_ALL);
                counted();
                long found = browser.number("document.scrollingElement.scrollWidth");
                if (found > width) {
                    wide.put(parameters + " at " + width, found);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void axeFindsNothing() throws IOException {
        try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
            assumeTrue(axe != null, "no copy of axe");
            String script = new String(axe.readAllBytes(), UTF_8);
            TreeMap<String, Object> violations = new TreeMap<>();
            for (boolean dark : new boolean[] {false, true}) {
                browser.size(dark ? 360 : 1280, 900, dark);
                for (String parameters : STATES) {
                    open(parameters);
                    browser.driver().executeScript(OPEN_ALL);
                    counted();
                    found(violations, script, parameters + (dark ? " dark" : ""));
                }
                host.lose("assets/search/search.js");
                openQuery("停车");
                found(violations, script, "error" + (dark ? " dark" : ""));
                host.mend();
            }
            assertThat(violations).isEmpty();
        }
    }

    private static void counted() {
        until("!location.search || !document.querySelector('[data-hit]') || document.querySelector('[data-facet]')");
    }

    private static void found(TreeMap<String, Object> violations, String axe, String where) {
        browser.driver().executeScript(axe);
        Object found = browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join(' | '))));
                """);
        if (!((List<?>) found).isEmpty()) {
            violations.put(where, found);
        }
    }
}
