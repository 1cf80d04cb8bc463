package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Harmless;
import dafu.Project;
import dafu.ProjectTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an editor pastes, no page runs it. */
class SafetyTest extends ProjectTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>{{title}}&lt;";

    @Test
    void rawHtmlIsShownAsTextAndReported() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("", """
                <script>alert(1)</script>

                一<b onclick="alert(1)">二</b><!-- 三 -->

                <iframe src="https://example.org/"></iframe>
                """))).finds("""
                content/replies/a.md:7:1: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                    <script>alert(1)</script>
                    ^^^^^^^^^^^^^^^^^^^^^^^^^  改用 Markdown 写法，或删去
                content/replies/a.md:9:2: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                    一<b onclick="alert(1)">二</b><!-- 三 -->
                      ^^^^^^^^^^^^^^^^^^^^^^  改用 Markdown 写法，或删去
                content/replies/a.md:9:25: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                    一<b onclick="alert(1)">二</b><!-- 三 -->
                                              ^^^^  改用 Markdown 写法，或删去
                content/replies/a.md:9:29: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                    一<b onclick="alert(1)">二</b><!-- 三 -->
                                                  ^^^^^^^^^^^  改用 Markdown 写法，或删去
                content/replies/a.md:11:1: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                    <iframe src="https://example.org/"></iframe>
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  改用 Markdown 写法，或删去
                """);
        assertThat(project.page("replies/a/").select(".letter section > .prose").text())
                .isEqualTo(
                        "<script>alert(1)</script> 一<b onclick=\"alert(1)\">二</b><!-- 三 --> <iframe src=\"https://example.org/\"></iframe>");
        assertSafe(project);
    }

    @Test
    void whatStandsInFrontMatterIsText() {
        String quoted = "'" + HOSTILE.replace("'", "''") + "'";
        Project project = project("""
                -- content/archive.yml --
                title: %1$s
                description: %1$s
                publisher: %1$s
                licence: %1$s
                notice: %1$s
                -- content/pages/about.md --
                ---
                title: %1$s
                summary: %1$s
                ---
                说明
                -- content/replies/a.csv --
                1
                -- content/replies/a.md --
                ---
                title: %1$s
                session: %1$s
                number: %1$s
                proposal-title: %1$s
                proposers: %1$s
                answering-body: %1$s
                supporting-bodies: %1$s
                date: 2024-03-02
                document-number: %1$s
                index-number: %1$s
                outcome: %1$s
                satisfaction: {handling: %1$s, result: %1$s}
                disclosure: %1$s
                extent: excerpt
                summary: %1$s
                topics: %1$s
                contact: {office: %1$s, phone: %1$s}
                attachments: [{file: a.csv, title: %1$s}]
                source: {url: "javascript:alert(1)", archived: "data:text/html,x"}
                corrections: [{date: 2024-03-03, note: %1$s}]
                status: withdrawn
                waivers: [{rule: withdrawn-undated, reason: 试}]
                reason: %1$s
                ---
                公开
                """.formatted(quoted)).built();
        Document page = project.page("replies/a/");
        assertThat(page.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(page.title()).startsWith(HOSTILE + " - " + HOSTILE);
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo(HOSTILE);
        assertSafe(project);
    }

    /** Such a text is shown without harm, or it is an error and nothing is published. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://example.org/\"onclick=\"alert(1) \"t\\\" onclick=\\\"alert(1)\")",
                "[a](https://example.org/ \"t\\\" onclick=\\\"alert(1)\")",
                "[a](https://example.org/ '\" onclick=\"alert(1)')",
                "[b](<https://example.org/\" onmouseover=\"alert(1)>)",
                "![c\" onerror=\"alert(1)](a.png \"x\\\" onerror=\\\"alert(1)\")",
                "![*c* <img onerror=alert(1)>](a.png)",
                "<https://example.org/\"onclick=\"alert(1)>",
                "<javascript:alert(1)>",
                "<JAVASCRIPT:alert(1)>",
                "<vbscript:alert(1)>",
                "javascript:alert(1)",
                "https://example.org/\"onclick=\"alert(1)",
                "www.example.org/\"onclick=\"alert(1)",
                "<a@example.org\"onclick=\"alert(1)>",
                "[c][]\n\n[c]: https://example.org/ \"\\\" onclick=\\\"alert(1)\"",
                "[c]\n\n[c]: <javascript:alert(1)>",
                "```js\" onclick=\"alert(1)\ncode\n```",
                "```<script>\n</code><script>alert(1)</script>\n```",
                "`</code><script>alert(1)</script>`",
                "## 一、\"><script>alert(1)</script> {#x\" onclick=\"alert(1)}",
                "[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: 注 <script>alert(1)</script>",
                "[^x\" onclick=\"alert(1)]\n\n[^x\" onclick=\"alert(1)]: 注",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
                "| a\" onclick=\"alert(1) |\n| :-: |\n| <script>alert(1)</script> |",
                "线路 |\n\n-- |\n -:",
                "[a](tel:1\"onclick=\"alert(1))",
                "[a](https://example.org/13000001234\"onclick=\"alert(1)) 13000001234<script>",
                "[a](  \u0001javascript:alert(1))",
                "[a](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
                "[a](java&Tab;script&colon;alert(1))",
                "[a](javascript&colon;alert(1))",
                "[a](\\javascript:alert(1))",
                "[a](%6Aavascript:alert(1))",
                "[a](/javascript:alert(1))",
                "[a](./javascript:alert(1))",
                "[a](//example.org/)",
                "[a](/\\example.org/)",
                "[a](\\\\example.org/)",
                "[a](///example.org/)",
                "[a](/.//example.org/)",
                "[a](#\"onclick=\"alert(1))"
            })
    void markdownMakesNothingThatRuns(String markdown) {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/a.png --
                png
                """.formatted(reply("", markdown)));
        boolean shown = project.build().status() == 0;
        assertThat(project.path("site").toFile().exists()).isEqualTo(shown);
        if (shown) {
            assertSafe(project);
        }
    }

    /** The search box, the script of the search page, and data for programs: what the layouts hold. */
    private static final String OWN =
            "form.search-box[action$=/search/]," + " head > script[type=module][src=../assets/search/results.js]"
                    + ", head > script[type=application/ld+json], .site-header script[src$=assets/look.js]:empty";

    private static void assertSafe(Project project) {
        var pages = project.files("site").keySet().stream()
                .filter(f -> f.endsWith(".html"))
                .toList();
        assertThat(pages).contains("replies/a/index.html");
        for (String file : pages) {
            for (Element element : Jsoup.parse(project.text("site/" + file)).getAllElements()) {
                Harmless.isHarmless(element, OWN, file);
            }
        }
    }
}
