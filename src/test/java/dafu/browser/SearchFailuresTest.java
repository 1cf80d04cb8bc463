package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The search page when something is not there: a message and a way on, never silence. */
class SearchFailuresTest extends SearchWalk {
    @AfterEach
    void mend() {
        host.mend();
        browser.complaints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search/.*", "assets/search/search.js", "assets/search/(?!results).*"})
    void aFileThatIsMissingGivesAMessageAndARetryThatWorksOnceItIsBack(String missing) {
        host.lose(missing.replaceFirst("^search/", "search/(?!index.html|\\$)"));
        openQuery("停车");
        assertThat(state()).isEqualTo("error");
        assertThat(displayed("[data-when=error]")).isTrue();
        assertThat(displayed(".search-ways a[href='../topics/']")).isTrue();
        host.mend();
        click("[data-when=error] button");
        shows("停车");
        assertThat(total()).isGreaterThan(0);
        assertThat(displayed("[data-when=error]")).isFalse();
    }

    @Test
    void aDamagedIndexGivesAMessageAndARetryThatWorksOnceItIsMended() {
        host.damage("search/(?!index\\.html|$).*", "<html>not what was asked for</html>".getBytes(UTF_8));
        openQuery("停车");
        assertThat(state()).isEqualTo("error");
        assertThat(text("[data-when=error] p")).isNotEmpty();
        host.mend();
        click("[data-when=error] button");
        shows("停车");
        assertThat(hits()).isNotEmpty();
    }

    @Test
    void aPageThatIsKeptOpenOverADeployFindsWhatIsNew() throws IOException {
        String reply = """
                -- content/replies/%s.md --
                ---
                title: %s
                answering-body: 市交通运输局
                date: %s
                ---

                %s
                """;
        Project project = new Project(
                        folder.resolve("deployed"), reply.formatted("a", "夜间公交", "2024-03-02", "夜间公交照常开行。"))
                .built();
        try (StaticHost own = new StaticHost(project.path("site"), "/")) {
            browser.driver().get(own.address("search/?q=公交"));
            shows("公交");
            assertThat(hits()).containsExactly("replies/a");
            project.write(reply.formatted("b", "渡口公交", "2024-04-02", "渡口已有公交接驳。"))
                    .built();
            box().clear();
            box().sendKeys("渡口", Keys.ENTER);
            shows("渡口");
            assertThat(hits()).containsExactly("replies/b");
        }
    }

    @Test
    void aPairOfMostRepliesIsFoundWithoutItsBucketAndOneWhoseTermBeginsAlikeInItsOwn() throws IOException {
        Project project = new Project(folder.resolve("alike"), "");
        int all = 4100;
        for (int i = 0; i < all; i++) {
            project.write("""
                    -- content/replies/r%04d.md --
                    ---
                    title: 第%d件
                    answering-body: 市交通运输局
                    date: 2024-03-02
                    ---

                    停车%s。
                    """.formatted(i, i, i == 7 ? "健戉" : ""));
        }
        project.built();
        try (StaticHost own = new StaticHost(project.path("site"), "/")) {
            browser.driver().get(own.address("search/?q=停车"));
            shows("停车");
            assertThat(total()).isEqualTo(all);
            assertThat(hits().get(0)).isEqualTo("replies/r4099");
            assertThat(strings("performance.getEntriesByType('resource').map(it => it.name.split('/search/')[1])"
                            + ".filter(name => /^[gl]/.test(name)).map(name => name[0])"))
                    .containsExactly("l");
            // Of a phrase that more replies hold than are counted few are read.
            assertThat(browser.driver().executeAsyncScript("""
                            const done = arguments[arguments.length - 1];
                            performance.clearResourceTimings();
                            import("../assets/search/search.js")
                                .then(({ openArchive }) => openArchive("../"))
                                .then((archive) => archive.search('"停车。"', { facets: false }))
                                .then(({ total, exact, hits }) => {
                                    const read = performance.getEntriesByType("resource")
                                        .filter(({ name }) => name.includes("/search/t/"));
                                    done([total, exact, hits.length, read.length < 70].join());
                                }, (problem) => done(String(problem)));
                            """)).isEqualTo(all + ",false,10,true");
            // Their terms have the first 22 bits in common.
            for (String query : new String[] {"健戉", "\"健戉\"", "停车 健戉"}) {
                browser.driver().get(own.address("search/?q=" + query));
                shows(query);
                assertThat(hits().get(0)).as(query).isEqualTo("replies/r0007");
            }
        }
    }

    @Test
    void aPageWhoseScriptDoesNotComeSaysSoAfterAWhile() {
        host.lose("assets/search/results.js");
        browser.driver().get(host.address("search/?q=停车"));
        until("getComputedStyle(document.querySelector('[data-when=unavailable]')).visibility === 'visible'");
        assertThat(displayed(".search-ways a[href='../topics/']")).isTrue();
    }

    @Test
    void aBrowserThatCannotUnpackTheIndexIsToldAndLedToTheListings() {
        openAfter("delete window.DecompressionStream", "q=停车");
        assertThat(state()).isEqualTo("error");
        assertThat(displayed("[data-when=unavailable]")).isTrue();
        assertThat(displayed("[data-when=error]")).isFalse();
        assertThat(displayed(".search-ways a[href='../topics/']")).isTrue();
    }

    @Test
    void onASlowLineTheLatestQueryWinsAndNothingJumps() {
        line(false, 150, 200_000);
        try {
            for (int width : new int[] {360, 1280}) {
                browser.size(width, 800, false);
                openQuery("停车");
                until("document.querySelector('[data-hit] .item-summary').textContent");
                browser.driver().executeScript("""
                        window.shift = 0;
                        new PerformanceObserver(list => list.getEntries().forEach(e => shift += e.value))
                            .observe({ type: 'layout-shift', buffered: true });
                        """);
                box().sendKeys(" 公交");
                box().sendKeys(" 医院");
                shows("停车 公交 医院");
                until("document.querySelector('[data-hit] .item-summary').textContent");
                assertThat(browser.number("Math.round(shift * 1000)"))
                        .as("at " + width)
                        .isLessThan(50);
            }
        } finally {
            normalLine();
        }
    }

    @Test
    void aLineThatIsCutGivesAMessageAndGoesOnWhenItIsBack() {
        openQuery("停车");
        until("[...document.querySelectorAll('[data-hit] .item-summary')].every(it => it.textContent)");
        line(true, 0, 0);
        try {
            box().sendKeys(" 无障碍");
            until("new URLSearchParams(location.search).get('q') === '停车 无障碍'"
                    + " && document.querySelector('[data-results]').dataset.state === 'error'");
        } finally {
            normalLine();
        }
        click("[data-when=error] button");
        shows("停车 无障碍");
    }
}
