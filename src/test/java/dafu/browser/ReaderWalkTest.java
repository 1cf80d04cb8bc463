package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader who comes by the home page, wanders about, and prints what was found. */
@InBrowser
class ReaderWalkTest {
    @TempDir
    static Path folder;

    static StaticHost host;
    static Browser browser;

    @BeforeAll
    static void build() throws IOException {
        host = new StaticHost(Demonstration.build(folder.resolve("site")), "/zwgk/open/archive/");
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        host.close();
    }

    @AfterEach
    void withoutAComplaint() {
        browser.scripts(true);
        assertThat(browser.complaints()).isEmpty();
        assertThat(host.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void fromHomeOverAListingToARelatedReplyAndBackFromASearch(int width) {
        browser.size(width, 800, false);
        wander();
        WebElement box = browser.driver().findElement(By.name("q"));
        box.sendKeys("停车");
        box.sendKeys(Keys.ENTER);
        browser.arrive(host.address("search/?q="));
        browser.settle();
        String found = browser.driver().getCurrentUrl();
        click("[data-hit] a");
        assertThat(browser.driver().findElements(By.cssSelector("article[data-reply]")))
                .hasSize(1);
        browser.driver().navigate().back();
        browser.arrive(found);
        browser.settle();
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(found);
        assertThat(browser.driver().findElement(By.name("q")).getDomProperty("value"))
                .isEqualTo("停车");
    }

    @Test
    void theSameWayWithoutScriptsAndASearchThatSaysWhatItLacks() {
        browser.size(360, 800, false);
        browser.scripts(false);
        wander();
        WebElement box = browser.driver().findElement(By.name("q"));
        box.sendKeys("停车");
        box.submit();
        browser.arrive(host.address("search/?q="));
        assertThat(browser.driver()
                        .findElement(By.cssSelector("[data-when=unavailable]"))
                        .getText())
                .contains("脚本");
        assertThat(browser.driver().findElements(By.cssSelector(".search-ways .terms a")))
                .isNotEmpty();
    }

    /** Home, all replies, the page before, a reply of it, the reply that it follows. */
    private static void wander() {
        browser.driver().get(host.address(""));
        click(".onward a");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(host.address("replies/"));
        click(".pager [rel=next]");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(host.address("replies/page/1/"));
        String matter =
                browser.driver().findElement(By.cssSelector(".item-title")).getText();
        click(".item-title");
        assertThat(browser.driver().getTitle()).startsWith(matter);
        browser.driver().get(host.address("replies/2023/npc-16-2-107-again/"));
        click(".related .item-title");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(host.address("replies/2023/npc-16-2-107/"));
    }

    @Test
    void onPaperALetterHasNoMenuAndFitsItsSheets() throws IOException {
        browser.size(1280, 800, true);
        browser.driver().get(host.address("replies/2023/cppcc-9-2-058/"));
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        List<?> shown = (List<?>) browser.driver().executeScript("""
                return ['.site-header .search-box', '.menu', '.look', '.trail', '.contents', '.neighbours', '.prose', 'h1', '.facts']
                    .filter(name => document.querySelector(name)?.checkVisibility());
                """);
        assertThat(shown).isEqualTo(List.of(".prose", "h1", ".facts"));
        assertThat(browser.driver().findElement(By.tagName("h1")).getCssValue("color"))
                .as("black, although the screen is dark")
                .isEqualTo("rgba(0, 0, 0, 1)");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        Path pdf = folder.resolve("letter.pdf");
        browser.print(pdf);
        String file = new String(Files.readAllBytes(pdf), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).startsWith("%PDF-").contains("/MediaBox [0 0 594.95996 841.91998]");
        assertThat(file.split("/Type /Page\\b(?!s)", -1).length - 1).isBetween(3, 6);
    }

    @Test
    void aPictureIsInAPageOfItsOwnSize() {
        browser.size(360, 800, false);
        browser.driver().get(host.address("replies/2023/cppcc-14-2-038/"));
        WebElement picture = browser.driver().findElement(By.cssSelector(".prose img"));
        assertThat(picture.getDomAttribute("width")).isNotNull();
        assertThat(picture.getSize().getWidth()).isBetween(200, 328);
    }

    private static void click(String selector) {
        browser.driver().findElement(By.cssSelector(selector)).click();
    }
}
