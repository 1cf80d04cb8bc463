package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SearchPageTest extends ProjectTest {
    private static final String REPLY = "-- content/replies/a.md --\n"
            + reply("session: 市政协九届二次会议\nnumber: \"058\"\ntopics: [公交]\nkind: proposal\n", "公开");

    @Test
    void everyPageHasOneSearchBoxThatLeadsToTheSearchPage() {
        Project project = project("-- content/archive.yml --\nbase-url: https://example.org/under/\n" + REPLY + """
                -- content/pages/about.md --
                ---
                title: 说明
                ---
                说明
                """)
                .built();
        List<String> pages = project.files("site").keySet().stream()
                .filter(file -> file.endsWith(".html"))
                .toList();
        assertThat(pages).contains("index.html", "404.html", "about/index.html", "replies/a/index.html");
        for (String file : pages) {
            URI page = URI.create("https://example.org/under/" + file);
            Document document = project.page(file);
            assertThat(document.select("form[role=search]")).as(file).hasSize(1);
            Element form = document.expectFirst("form[role=search]");
            assertThat(page.resolve(form.attr("action")))
                    .as(file)
                    .isEqualTo(URI.create("https://example.org/under/search/"));
            assertThat(form.select("label input[name=q][type=search], button"))
                    .as(file)
                    .hasSize(2);
            assertThat(form.hasAttr("method")).as(file).isFalse();
        }
    }

    @Test
    void theSearchPageLeadsToEveryListingOfReplies() {
        Document page = project(REPLY).built().page("search/");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("../replies/", "../years/", "../sessions/", "../kinds/", "../bodies/", "../topics/");
        assertThat(page.select("[data-group]").eachAttr("data-group"))
                .containsExactly("kind", "year", "session", "body", "topic");
        assertThat(page.select("[data-results]").attr("data-state")).isEqualTo("idle");
    }

    @Test
    void anArchiveWithoutRepliesHasASearchPageToo() {
        Document page = project("-- content/README.md --\n还没有答复\n").built().page("search/");
        assertThat(page.select("h1").text()).isEqualTo("搜索");
        assertThat(page.select("[data-group]")).isEmpty();
    }

    @Test
    void noPageHoldsAScriptOrAStyleOrAHandlerOfItsOwn() {
        Project project = project(REPLY).built();
        for (String file : project.files("site").keySet()) {
            if (file.endsWith(".html")) {
                Document page = project.page(file);
                assertThat(page.select("style, [style], script:not([src]):not([type=application/ld+json])"))
                        .as(file)
                        .isEmpty();
                assertThat(page.getAllElements().stream()
                                .flatMap(element -> element.attributes().asList().stream())
                                .filter(attribute -> attribute.getKey().startsWith("on")))
                        .as(file)
                        .isEmpty();
            }
        }
    }

    @Test
    void aBrowserCanAddTheSearchWhereThePublicAddressIsKnown() {
        Project project = project("""
                -- content/archive.yml --
                title: 某市 <提案> & 建议的书面答复公开档案馆
                base-url: https://example.org/under
                """ + REPLY).built();
        assertThat(project.text("site/opensearch.xml")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>某市 &lt;提案&gt; &amp; 建议的书面答</ShortName>
                <Description>某市 &lt;提案&gt; &amp; 建议的书面答复公开档案馆</Description>
                <Language>zh-CN</Language>
                <InputEncoding>UTF-8</InputEncoding>
                <Image width="64" height="64" type="image/svg+xml">https://example.org/under/assets/icon.svg</Image>
                <Url type="text/html" method="get" template="https://example.org/under/search/?q={searchTerms}"/>
                </OpenSearchDescription>
                """);
        assertThat(project.page("replies/a/").select("link[rel=search]").attr("href"))
                .isEqualTo("../../opensearch.xml");
        Project elsewhere = project(REPLY).built();
        assertThat(elsewhere.files("site")).doesNotContainKey("opensearch.xml");
        assertThat(elsewhere.page("replies/a/").select("link[rel=search]")).isEmpty();
    }
}
