package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What readers do on the search page. */
class SearchTest extends SearchWalk {
    @AfterEach
    void nothingWasAmiss() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(host.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "飞地经济, replies/2023/cppcc-9-2-058",
        "058, replies/2023/cppcc-9-2-058",
        "第058号, replies/2023/cppcc-9-2-058",
        "九三学社岳阳市委, replies/2023/cppcc-9-2-058",
        "乡村医生队伍, replies/2024/npc-16-3-101",
        "“飞地经济”, replies/2023/cppcc-9-2-058"
    })
    void aLinkToASearchShowsWhatIsLookedForFirst(String query, String id) {
        openQuery(query);
        assertThat(state()).isEqualTo("done");
        assertThat(hits()).first().isEqualTo(id);
        assertThat(box().getAttribute("value")).isEqualTo(query);
        assertThat(browser.driver().getTitle()).startsWith(query + " - ");
        click("[data-hit] a");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(host.address(id + "/"));
        assertThat(attribute("article", "data-reply")).isEqualTo(id);
    }

    @Test
    void aHitTellsTheMatterThenBodyDateNumberAndOutcomeAndMarksTheWords() {
        openQuery("飞地经济");
        until("document.querySelector('[data-hit] .item-summary mark')");
        assertThat(text("[data-hit] a")).isEqualTo("发展飞地经济 促进城陵矶港区发展");
        assertThat(text("[data-hit] .item-facts")).startsWith("湖南城陵矶新港区管理委员会 2023年7月5日 第058号");
        assertThat(strings("[...document.querySelectorAll('[data-hit]:first-child mark')].map(m => m.textContent)"))
                .isNotEmpty()
                .allMatch("飞地经济"::contains);
        assertThat(total()).isEqualTo(hits().size());
        assertThat(text(".search-total")).isEqualTo("共 " + total() + " 件");
    }

    @Test
    void theBoxOfEveryPageLeadsToTheResult() {
        for (String page : List.of("", "replies/2023/cppcc-9-2-058/", "bodies/", "search/")) {
            browser.driver().get(host.address(page));
            box().sendKeys("停车", Keys.ENTER);
            shows("停车");
            assertThat(browser.driver().getCurrentUrl()).startsWith(host.address("search/?"));
            assertThat(total()).as(page).isGreaterThan(0);
        }
    }

    @Test
    void resultsComeWhileTypingAndTheLatestWins() {
        open("");
        box().sendKeys("停");
        box().sendKeys("车");
        box().sendKeys(" 医院");
        shows("停车 医院");
        List<String> typed = hits();
        openQuery("停车 医院");
        assertThat(hits()).isEqualTo(typed).isNotEmpty();
    }

    @Test
    void backAndForwardGoFromSearchToSearch() {
        open("");
        box().sendKeys("停车");
        shows("停车");
        box().sendKeys(Keys.ENTER);
        List<String> first = hits();
        box().clear();
        box().sendKeys("公交");
        shows("公交");
        List<String> second = hits();
        browser.driver().navigate().back();
        shows("停车");
        assertThat(hits()).isEqualTo(first);
        assertThat(box().getAttribute("value")).isEqualTo("停车");
        browser.driver().navigate().forward();
        shows("公交");
        assertThat(hits()).isEqualTo(second).isNotEqualTo(first);
        browser.driver().navigate().back();
        browser.driver().navigate().back();
        until("document.querySelector('[data-results]').dataset.state === 'idle'");
        assertThat(address()).isEmpty();
    }

    @Test
    void aFacetNarrowsTheSearchByAsManyAsItSays() {
        open("q=停车&sort=date");
        assertThat(all("[data-facet]")).isEmpty();
        click("[data-group=body] summary");
        until("document.querySelector('[data-group=body] [data-facet]')");
        String value = attribute("[data-group=body] [data-facet=body]", "data-value");
        String count = attribute("[data-group=body] [data-facet=body]", "data-count");
        click("[data-group=body] [data-facet=body]");
        until("document.querySelector('[data-facet=body][aria-current=true]')");
        assertThat(address()).isEqualTo("?q=停车&sort=date&body=" + value);
        assertThat(total()).isEqualTo(Integer.parseInt(count));
        assertThat(strings("[document.activeElement.dataset.value]")).containsExactly(value);
        String name = text(".search-chosen a");
        openQuery("停车");
        open("q=停车&body=" + value);
        until("document.querySelector('.search-chosen a').textContent === '" + name + "'");
        assertThat(total()).isEqualTo(Integer.parseInt(count));
        click(".search-chosen a");
        until("!document.querySelector('.search-chosen a')");
        settled();
        assertThat(address()).isEqualTo("?q=停车");
        assertThat(total()).isGreaterThanOrEqualTo(Integer.parseInt(count));
    }

    @Test
    void facetsAloneBrowseTheArchive() {
        open("year=2023&kind=suggestion");
        assertThat(hits()).isNotEmpty().allMatch(id -> id.startsWith("replies/2023/npc-"));
    }

    @Test
    void theNewestCanComeFirst() {
        openQuery("建设");
        click("[data-sort=date]");
        until("location.search.includes('sort=date')");
        settled();
        List<String> dates = strings("[...document.querySelectorAll('[data-hit] time')].map(t => t.dateTime)");
        assertThat(dates).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(attribute("[data-sort=date]", "aria-current")).isEqualTo("true");
        assertThat(address()).isEqualTo("?q=建设&sort=date");
    }

    @Test
    void aLongResultComesInPagesThatTheAddressNames() {
        open("kind=suggestion&kind=proposal&kind=x");
        assertThat(hits()).hasSize(10);
        List<String> first = hits();
        assertThat(all(".pager [rel=prev]").get(0).isDisplayed()).isFalse();
        click(".pager [rel=next]");
        until("document.querySelector('.search .pager span').textContent.includes('2')");
        settled();
        assertThat(address()).endsWith("&page=2");
        assertThat(hits()).hasSize(10).doesNotContainAnyElementsOf(first);
        assertThat(strings("[document.activeElement.id]")).containsExactly("results");
        browser.driver().navigate().back();
        until("document.querySelector('.search .pager span').textContent.includes('1')");
        settled();
        assertThat(hits()).isEqualTo(first);
        open("kind=suggestion&kind=proposal&page=400");
        until("document.querySelector('[data-hit]')");
        assertThat(hits()).isEqualTo(first);
    }

    @Test
    void whereNothingIsFoundThePageSaysWhatToTryAndLeadsToTheListings() {
        openQuery("\"绝无此词\"");
        assertThat(state()).isEqualTo("done");
        assertThat(total()).isZero();
        assertThat(displayed("[data-when=none]")).isTrue();
        assertThat(displayed(".search-ways a[href='../topics/']")).isTrue();
        openQuery("停车");
        assertThat(displayed("[data-when=none]")).isFalse();
        assertThat(displayed(".search-ways")).isFalse();
    }

    @Test
    void layWordsAreWidenedVisiblyWithOneStepBack() {
        openQuery("充电桩");
        assertThat(text(".search-notes")).startsWith("也找了：").contains("充电设施");
        click(".search-notes a");
        until("location.search.includes('exact=1') && document.querySelector('.search-chosen a')");
        settled();
        assertThat(text(".search-notes")).isEmpty();
        click(".search-chosen a");
        until("!location.search.includes('exact') && document.querySelector('.search-notes a')");
        assertThat(address()).isEqualTo("?q=充电桩");
    }

    @Test
    void whatIsDrawnAlikeStaysUnderAClick() {
        open("q=充电桩&exact=1");
        until("document.querySelector('[data-facet]')");
        browser.driver().executeScript("window.kept = document.querySelectorAll('.search-chosen a, [data-facet]')");
        click("[data-group=body] summary");
        // Drawn again when the group opens.
        browser.driver().executeAsyncScript("setTimeout(arguments[0], 300)");
        assertThat(strings("[...new Set([...kept].map(link => link.isConnected))]"))
                .containsExactly("true");
        assertThat(browser.number("kept.length")).isGreaterThan(1);
    }

    @Test
    void nothingIsSearchedWhileAnInputMethodIsComposing() {
        open("");
        browser.driver().executeScript("""
                window.states = [];
                new MutationObserver(() => states.push(document.querySelector('[data-results]').dataset.state))
                    .observe(document.querySelector('[data-results]'), { attributeFilter: ['data-state'] });
                """);
        box().click();
        for (String piece : List.of("t", "ti", "ting", "ting che")) {
            browser.driver()
                    .executeCdpCommand(
                            "Input.imeSetComposition",
                            Map.of("text", piece, "selectionStart", piece.length(), "selectionEnd", piece.length()));
            // Longer than the pause after which typed text is searched for.
            browser.driver().executeAsyncScript("setTimeout(arguments[0], 300)");
        }
        assertThat(strings("states")).isEmpty();
        assertThat(address()).isEmpty();
        browser.driver().executeCdpCommand("Input.insertText", Map.of("text", "停车"));
        shows("停车");
        assertThat(strings("states")).containsExactly("searching", "done");
    }

    @Test
    void theKeyboardAloneSuffices() {
        open("");
        browser.driver().executeScript("document.activeElement.blur()");
        browser.driver().findElement(By.tagName("body")).sendKeys("/");
        browser.driver().switchTo().activeElement().sendKeys("停车", Keys.ENTER);
        shows("停车");
        assertThat(box().getAttribute("value")).isEqualTo("停车");
        for (int i = 0;
                i < 20
                        && strings("[!!document.activeElement.closest('[data-hit]')]")
                                .contains("false");
                i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            assertThat(browser.number("getComputedStyle(document.activeElement).outlineStyle === 'none' ? 0 : 1"))
                    .as("the focus is seen at "
                            + browser.driver().switchTo().activeElement().getText())
                    .isOne();
        }
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        until("document.querySelector('article[data-reply]')");
    }

    @Test
    void theTotalIsReadOutOnceWhenTypingHasCometoRest() {
        // Rest is a second; a machine that is busy for as long would take a pause between two keys for it.
        openAfter("""
                const later = setTimeout;
                window.setTimeout = (work, time, ...more) => later(work, time === 1000 ? 5000 : time, ...more);
                """, "");
        browser.driver().executeScript("""
                window.heard = [];
                new MutationObserver(() => heard.push(document.querySelector('[role=status]').textContent))
                    .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true });
                """);
        for (String key : "停车难".split("")) {
            box().sendKeys(key);
            shows("停车难".substring(0, "停车难".indexOf(key) + 1));
        }
        until("heard.length && heard[heard.length - 1]");
        assertThat(strings("heard")).containsExactly("共 " + total() + " 件");
    }

    @Test
    void withoutScriptsThePageExplainsItselfAndLeadsToTheListings() {
        browser.scripts(false);
        try {
            browser.driver().get(host.address("search/?q=停车"));
            assertThat(displayed("[data-when=unavailable]")).isTrue();
            assertThat(displayed("form[role=search] button")).isTrue();
            assertThat(displayed("[data-results]")).isFalse();
            click(".search-ways a[href*='topics/parking']");
            assertThat(all(".item")).isNotEmpty();
        } finally {
            browser.scripts(true);
        }
    }
}
