package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        TreeMap<String, Object> violations = new TreeMap<>();
        for (boolean dark : new boolean[] {false, true}) {
            browser.size(dark ? 360 : 1280, 900, dark);
            for (String parameters : STATES) {
                open(parameters);
                browser.driver().executeScript(OPEN_ALL);
                counted();
                found(violations, parameters + (dark ? " dark" : ""));
            }
            host.lose("assets/search/search.js");
            openQuery("停车");
            found(violations, "error" + (dark ? " dark" : ""));
            host.mend();
        }
        assertThat(violations).isEmpty();
    }

    private static void counted() {
        until("!location.search || !document.querySelector('[data-hit]') || document.querySelector('[data-facet]')");
    }

    private static void found(TreeMap<String, Object> violations, String where) throws IOException {
        List<?> found = browser.violations();
        if (!found.isEmpty()) {
            violations.put(where, found);
        }
    }
}
