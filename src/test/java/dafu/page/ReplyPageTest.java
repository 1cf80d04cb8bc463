package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReplyPageTest extends ProjectTest {
    @Test
    void everyValueThatIsShownIsMarkedWithItsKey() {
        Project project = project("""
                -- content/replies/2023/a.md --
                ---
                title: 对市政协十四届二次会议第058号提案的答复
                kind: proposal
                session: 市政协十四届二次会议
                number: ["058", "59"]
                proposal-title: 关于延长夜间公交的提案
                proposers: [九三学社市委, 张三]
                answering-body: 市交通运输局
                supporting-bodies: [市公安局, 市财政局]
                assigned: 2023-03-20
                date: 2023-07-05
                published: 2023-07-20
                document-number: 示交字〔2023〕55号
                index-number: 000014349/2023-00110
                outcome: A
                satisfaction: {handling: 满意, result: 基本满意}
                disclosure: 主动公开
                summary: 两条线路延长到二十三时。
                topics: [公交, 夜间经济]
                contact: {office: 公交科, phone: 0730-0000000}
                attachments: [{file: a.csv, title: 线路表}]
                source: {url: "https://example.org/58", retrieved: 2023-11-23, archived: "https://example.org/a/58"}
                corrections: [{date: 2023-08-01, note: 更正里程}, {date: 2023-09-01, note: 撤回}]
                status: withdrawn
                reason: 内容有误
                ---

                公开。
                -- content/replies/2023/a.csv --
                1,2
                """);
        project.built();
        Document page = project.page("replies/2023/a/");
        Element article = page.selectFirst("article[data-reply]");
        assertThat(article.attr("data-reply")).isEqualTo("replies/2023/a");
        assertThat(page.select("h1").eachText()).containsExactly("对市政协十四届二次会议第058号提案的答复");
        assertThat(fields(article))
                .isEqualTo(Map.ofEntries(
                        Map.entry("title", List.of("对市政协十四届二次会议第058号提案的答复")),
                        Map.entry("kind", List.of("政协提案")),
                        Map.entry("session", List.of("市政协十四届二次会议")),
                        Map.entry("number", List.of("058", "59")),
                        Map.entry("proposal-title", List.of("关于延长夜间公交的提案")),
                        Map.entry("proposers", List.of("九三学社市委", "张三")),
                        Map.entry("answering-body", List.of("市交通运输局")),
                        Map.entry("supporting-bodies", List.of("市公安局", "市财政局")),
                        Map.entry("assigned", List.of("2023年3月20日")),
                        Map.entry("date", List.of("2023年7月5日")),
                        Map.entry("published", List.of("2023年7月20日")),
                        Map.entry("document-number", List.of("示交字〔2023〕55号")),
                        Map.entry("index-number", List.of("000014349/2023-00110")),
                        Map.entry("outcome", List.of("A")),
                        Map.entry("satisfaction.handling", List.of("满意")),
                        Map.entry("satisfaction.result", List.of("基本满意")),
                        Map.entry("disclosure", List.of("主动公开")),
                        Map.entry("summary", List.of("两条线路延长到二十三时。")),
                        Map.entry("topics", List.of("公交", "夜间经济")),
                        Map.entry("contact.office", List.of("公交科")),
                        Map.entry("contact.phone", List.of("0730-0000000")),
                        Map.entry("attachments", List.of("线路表")),
                        Map.entry("source.url", List.of("https://example.org/58")),
                        Map.entry("source.archived", List.of("https://example.org/a/58")),
                        Map.entry("source.retrieved", List.of("2023年11月23日")),
                        Map.entry("corrections", List.of("2023年8月1日 更正里程", "2023年9月1日 撤回")),
                        Map.entry("corrections.date", List.of("2023年8月1日", "2023年9月1日")),
                        Map.entry("corrections.note", List.of("更正里程", "撤回")),
                        Map.entry("reason", List.of("内容有误"))));
        assertThat(article.select("time[data-field]").eachAttr("datetime"))
                .containsExactly("2023-07-05", "2023-03-20", "2023-07-20", "2023-11-23", "2023-08-01", "2023-09-01");
        assertThat(project.path("site/replies/2023/a/a.csv")).hasContent("1,2");
    }

    @Test
    void repliesToOneNumberLinkToEachOtherInTheirSessionAndKindAlone() {
        String session = "session: 市政协十四届二次会议\n";
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/opinion.md --
                %s
                -- content/replies/suggestion.md --
                %s
                -- content/replies/other-session.md --
                %s
                """.formatted(
                        reply(session + "kind: proposal\nnumber: [\"058\", \"059\"]\n", "公开"),
                        reply(session + "kind: 提案\nnumber: 059\n", "公开").replace("市交通运输局", "市公安局"),
                        reply(session + "kind: 政协提案\nnumber: 058\nrole: supporting-opinion\n", "公开"),
                        reply(session + "kind: suggestion\nnumber: 058\n", "公开"),
                        reply("session: 市政协十四届一次会议\nkind: proposal\nnumber: 058\n", "公开")));
        project.built();
        assertThat(related(project, "a")).isEqualTo(Map.of("同一件的会办意见", List.of("opinion"), "同一件的其他答复", List.of("b")));
        assertThat(related(project, "b")).isEqualTo(Map.of("同一件的其他答复", List.of("a")));
        assertThat(related(project, "opinion")).isEqualTo(Map.of("同一件的其他答复", List.of("a")));
        assertThat(related(project, "suggestion")).isEmpty();
        assertThat(related(project, "other-session")).isEmpty();
    }

    @Test
    void anEarlierReplyAndTheOneThatFollowsLinkToEachOther() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(
                        reply("", "公开"), reply("follows: replies/a\n", "公开"), reply("supersedes: replies/a\n", "公开")));
        project.built();
        assertThat(related(project, "a")).isEqualTo(Map.of("此后的答复", List.of("b"), "新的答复", List.of("c")));
        assertThat(related(project, "b")).isEqualTo(Map.of("此前的答复", List.of("a")));
        assertThat(related(project, "c")).isEqualTo(Map.of("所取代的答复", List.of("a")));
        assertThat(project.page("replies/a/").select(".notice a").eachAttr("href"))
                .containsExactly("../../replies/c/");
    }

    @Test
    void previousAndNextGoByNumberAndNotByDateOrSpelling() {
        String keys = "session: 市政协十四届二次会议\nkind: proposal\nnumber: ";
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                -- content/replies/d.md --
                %s
                """.formatted(
                        reply(keys + "10\n", "公开"),
                        reply(keys + "\"009\"\n", "公开"),
                        reply(keys + "DH0271\n", "公开"),
                        reply(keys + "8\n", "公开").replace("2024-03-02", "2025-01-01")));
        project.built();
        assertThat(neighbours(project, "d")).containsExactly("next ../../replies/b/");
        assertThat(neighbours(project, "b")).containsExactly("prev ../../replies/d/", "next ../../replies/a/");
        assertThat(neighbours(project, "a")).containsExactly("prev ../../replies/b/", "next ../../replies/c/");
        assertThat(neighbours(project, "c")).containsExactly("prev ../../replies/a/");
    }

    @Test
    void masksAreSpokenAndNothingOfWhatTheyHideIsPublished() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/a.proposal.md --
                电话13000001234。
                """.formatted(reply(
                "summary: 致电130-0000-1234\n",
                "**联系电话：** 13000001234，见[130-0000-1234](tel:130-0000-1234)。\n\n## 一、13000001234\n")));
        project.build();
        Document page = project.page("replies/a/");
        assertThat(page.select(".letter section > .prose .mask").eachText())
                .containsExactly("130****1234", "130-****-1234", "130****1234");
        assertThat(page.select(".mask").eachAttr("role")).containsOnly("img");
        assertThat(page.select(".mask").eachAttr("aria-label")).containsOnly("已遮盖的手机号");
        assertThat(page.select("[data-field=summary] .mask").eachText()).containsExactly("130-****-1234");
        assertThat(page.select(".letter section > .prose strong").eachText()).containsExactly("联系电话：");
        assertThat(page.select("[data-field=summary]").eachText()).containsExactly("致电130-****-1234");
        assertThat(page.select(".letter section > .prose a:not([aria-hidden])").eachAttr("href"))
                .containsExactly("tel:130-****-1234");
        assertThat(project.files("site").toString()).doesNotContain("13000001234", "0000-1234");
    }

    @Test
    void textIsMarkdownWithTablesFootnotesAndImages() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/map.png --
                png
                """.formatted(reply("", """
                # 一、线路

                注意**要点：**两条[^1]。见https://example.org/a，谢谢。

                | 线路 | 里程 |
                | --- | ---: |
                | 1 | 12 |

                ## （二）站点

                ![站点图](map.png "图一")

                ## （二）站点

                [^1]: 一路和二路。
                """)));
        project.built();
        Document page = project.page("replies/a/");
        Element letter = page.selectFirst(".letter section > .prose");
        assertThat(letter.select("h2, h3").eachAttr("id")).containsExactly("s1", "s1-2", "s1-2-2");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(letter.select("strong").eachText()).containsExactly("要点：");
        assertThat(letter.select("p a[href^=https]").eachAttr("href")).containsExactly("https://example.org/a");
        assertThat(letter.select("th").eachAttr("scope")).containsExactly("col", "col");
        assertThat(letter.select("td").eachText()).containsExactly("1", "12");
        assertThat(letter.select("div.table:not([tabindex]) > table")).hasSize(1);
        assertThat(letter.select("img").eachAttr("src")).containsExactly("map.png");
        assertThat(letter.select("img").eachAttr("alt")).containsExactly("站点图");
        assertThat(project.path("site/replies/a/map.png")).hasContent("png");
        String note = letter.selectFirst("sup a").attr("href");
        assertThat(page.select(note).text()).startsWith("一路和二路。");
        assertThat(page.select(page.select(note + " a").attr("href"))).hasSize(1);
    }

    @Test
    void aTableThatScrollsOnAPhoneIsANamedStopForTheKeyboard() {
        Project project =
                project("-- content/replies/a.md --\n" + reply("", """
                | 年份 | **<里程>** | | 车辆 | 站点 |
                | --- | --- | --- | --- | --- |
                | 2023 | 1 | 2 | 3 | 4 |

                | 年份 | 里程 | 车辆 |
                | --- | --- | --- |
                | 2023 | 1 | 2 |
                """)).built();
        assertThat(project.page("replies/a/").select("div.table:has(> table)").stream()
                        .map(table -> table.attributes().asList().stream()
                                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                                .toList()))
                .containsExactly(
                        List.of("class=table", "tabindex=0", "role=group", "aria-label=年份, <里程>, 车辆"),
                        List.of("class=table"));
    }

    @Test
    void aShortQuestionStandsOpenBeforeTheAnswerAndALongOneOpens() {
        Project project = project("""
                -- content/replies/a.md --
                %1$s
                -- content/replies/a.proposal.md --
                延长夜间公交。
                -- content/replies/b.md --
                %1$s
                -- content/replies/b.proposal.md --
                %2$s
                """.formatted(reply("", "公开"), "延长夜间公交。".repeat(40)));
        project.build();
        assertThat(project.page("replies/a/").select("details.question").hasAttr("open"))
                .isTrue();
        assertThat(project.page("replies/b/").select("details.question").hasAttr("open"))
                .isFalse();
    }

    @Test
    void theProposalStandsApartAndItsAnchorsDiffer() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/a.proposal.md --
                ## 一、建议

                延长夜间公交[^1]。

                [^1]: 一路。
                """.formatted(reply("", "## 一、线路\n\n两条[^1]。\n\n[^1]: 二路。\n")));
        project.built();
        Document page = project.page("replies/a/");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("details h2").eachAttr("id")).containsExactly("q-s1");
        page.select("a[href^=#]")
                .forEach(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.outerHtml())
                                .isNotNull());
    }

    @Test
    void aWithheldReplyShowsWhyAndNotItsText() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                """.formatted(reply("extent: withheld\nreason: 涉及商业秘密\n", "秘密正文")));
        project.built();
        Document page = project.page("replies/a/");
        assertThat(page.select("[data-field=reason]").eachText()).containsExactly("涉及商业秘密");
        assertThat(project.files("site").toString())
                .doesNotContain(new String(
                        "秘密正文".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static Map<String, List<String>> fields(Element article) {
        return article.select("[data-field]").stream()
                .collect(Collectors.groupingBy(
                        element -> element.attr("data-field"), Collectors.mapping(Element::text, Collectors.toList())));
    }

    private static Map<String, List<String>> related(Project project, String reply) {
        return project.page("replies/" + reply + "/").select("section[aria-labelledby=related] h3").stream()
                .collect(Collectors.toMap(
                        Element::text,
                        heading -> heading.nextElementSibling().select("a").eachAttr("href").stream()
                                .map(href -> href.replace("../../replies/", "").replace("/", ""))
                                .toList()));
    }

    private static List<String> neighbours(Project project, String reply) {
        return project.page("replies/" + reply + "/").select("nav a[rel]").stream()
                .map(link -> link.attr("rel") + " " + link.attr("href"))
                .toList();
    }
}
