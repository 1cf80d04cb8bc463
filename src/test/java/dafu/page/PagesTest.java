package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import dafu.model.Metadata;
import dafu.model.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What readers, and programs that rely on the hooks, find on the pages. */
class PagesTest extends ProjectTest {
    private static final String FULL = """
            -- content/archive.yml --
            outcomes:
              - scheme: three
                classes:
                  - {code: A, label: 已经解决, meaning: 问题已经解决}
            -- content/replies/2024/a.md --
            ---
            title: 对市政协一届一次会议第007号提案的答复
            kind: proposal
            session: 市政协一届一次会议
            number: [007, 8]
            proposal-title: 关于夜间公交的提案
            proposers: [甲界, 乙界]
            answering-body: 市交通运输局
            supporting-bodies: [市财政局]
            role: answer
            assigned: 2024-01-02
            date: 2024-03-02
            published: 2024-03-20
            document-number: 市交发〔2024〕7号
            index-number: 000-1/2024-7
            outcome: A
            satisfaction: {handling: 满意, result: 基本满意}
            disclosure: 主动公开
            extent: excerpt
            summary: 增开两条夜班线
            topics: [公交, 夜间]
            contact: {office: 客运科, phone: 0000-0000000}
            attachments: [{file: a.csv, title: 线路表}]
            source: {url: "https://example.org/a", retrieved: 2024-04-01, archived: "https://example.org/b", restated: true}
            corrections: [{date: 2024-05-01, note: 改一个数}]
            status: published
            reason:
            aliases: [/old/7/]
            ---
            ## 一、线路

            正文。
            -- content/replies/2024/a.csv --
            线路,班次
            """;

    private static final String CHINESE = """
            标题: 对市政协一届一次会议第007号提案的答复
            类型: 提案
            届次: 市政协一届一次会议
            编号: [007, 8]
            提案标题: 关于夜间公交的提案
            提案人: [甲界, 乙界]
            承办单位: 市交通运输局
            会办单位: [市财政局]
            文种: 答复
            交办日期: 2024-01-02
            答复日期: 2024-03-02
            公开日期: 2024-03-20
            发文字号: 市交发〔2024〕7号
            索引号: 000-1/2024-7
            办理结果: A
            满意度: {办理: 满意, 结果: 基本满意}
            公开属性: 主动公开
            公开程度: 节选
            摘要: 增开两条夜班线
            主题: [公交, 夜间]
            联系方式: {科室: 客运科, 电话: 0000-0000000}
            附件: [{文件: a.csv, 名称: 线路表}]
            来源: {网址: "https://example.org/a", 获取日期: 2024-04-01, 存档: "https://example.org/b", 改写: 是}
            更正: [{日期: 2024-05-01, 说明: 改一个数}]
            状态: 公开
            原因:
            旧地址: [/old/7/]
            """;

    @Test
    void chineseKeysAndValuesGiveTheSameBytes() {
        SortedMap<String, String> english = project(FULL).built().files("site");
        int head = FULL.indexOf("title: 对市");
        String chinese = FULL.substring(0, head) + CHINESE + FULL.substring(FULL.indexOf("---\n## 一、线路"));
        assertThat(project(chinese).built().files("site")).isEqualTo(english);
    }

    @Test
    void theReplyThatShowsEveryKeyHasThemAll() {
        TreeSet<String> missing = new TreeSet<>();
        for (Schema.Field field : Metadata.SCHEMA.fields()) {
            boolean linked = List.of("follows", "supersedes").contains(field.name());
            boolean there = FULL.contains("\n" + field.name() + ":")
                    && field.zh().stream().anyMatch(zh -> CHINESE.contains(zh + ":"));
            if (!linked && !there) {
                missing.add(field.name());
            }
        }
        assertThat(missing)
                .as("keys to add to the reply in this test, in both languages")
                .isEmpty();
    }

    @Test
    void aReplyPageHasOneHeadingAndAFieldForEachValue() {
        Document page = project(FULL).built().page("replies/2024/a/");
        assertThat(page.select("article[data-reply]").attr("data-reply")).isEqualTo("replies/2024/a");
        assertThat(page.select("h1").eachText()).containsExactly("对市政协一届一次会议第007号提案的答复");
        Map<String, List<String>> fields = new TreeMap<>();
        for (Element element : page.select("[data-field]")) {
            fields.computeIfAbsent(element.attr("data-field"), f -> new java.util.ArrayList<>())
                    .add(element.text());
        }
        assertThat(fields.get("number")).containsExactly("007", "8");
        assertThat(fields.get("proposers")).containsExactly("甲界", "乙界");
        assertThat(fields.get("satisfaction.result")).containsExactly("基本满意");
        assertThat(fields.keySet())
                .contains(
                        "title",
                        "kind",
                        "session",
                        "answering-body",
                        "supporting-bodies",
                        "assigned",
                        "date",
                        "published",
                        "document-number",
                        "index-number",
                        "outcome",
                        "satisfaction.handling",
                        "disclosure",
                        "summary",
                        "topics",
                        "contact.office",
                        "contact.phone",
                        "attachments",
                        "corrections",
                        "source.url");
        assertThat(page.select("time[data-field=date]").attr("datetime")).isEqualTo("2024-03-02");
        assertThat(page.select("a[data-field=attachments]").attr("href")).isEqualTo("a.csv");
        assertThat(page.select("#s1").text()).isEqualTo("一、线路");
        assertThat(page.text()).contains("已经解决", "问题已经解决", "改写", "节选");
    }

    @Test
    void repliesThatBelongTogetherLinkToEachOther() {
        Project project = project("""
                -- content/replies/lead.md --
                %1$s
                -- content/replies/opinion.md --
                %2$s
                -- content/replies/again.md --
                %3$s
                -- content/replies/next.md --
                %4$s
                """.formatted(
                        numbered("9", "2024-03-01", ""),
                        numbered("9", "2024-02-01", "role: supporting-opinion\n"),
                        numbered("9", "2024-05-01", "supersedes: replies/lead\n"),
                        numbered("10", "2025-03-01", "follows: replies/lead\n")));
        project.built();
        assertThat(hrefs(project.page("replies/lead/")))
                .contains("../../replies/opinion/", "../../replies/again/", "../../replies/next/");
        assertThat(hrefs(project.page("replies/opinion/"))).contains("../../replies/lead/", "../../replies/again/");
        assertThat(hrefs(project.page("replies/again/"))).contains("../../replies/lead/");
        assertThat(hrefs(project.page("replies/next/"))).contains("../../replies/lead/");
        assertThat(project.page("replies/lead/").select(".notice").text()).contains("已被新的答复取代");
        assertThat(project.page("replies/opinion/").select(".notice").text()).contains("会办单位");
        assertThat(project.page("replies/again/").select("a[rel=next]").attr("href"))
                .isEqualTo("../../replies/next/");
    }

    @Test
    void listingsAreNewestFirstAndTheirPagesAreNumberedFromTheOldest() {
        Project project = project("-- content/archive.yml --\nper-page: 2\n" + series(5));
        project.built();
        assertThat(items(project, "replies/")).containsExactly("事项5");
        assertThat(items(project, "replies/page/3/")).containsExactly("事项5");
        assertThat(items(project, "replies/page/2/")).containsExactly("事项4", "事项3");
        assertThat(items(project, "replies/page/1/")).containsExactly("事项2", "事项1");
        assertThat(project.page("replies/").select("a[rel=next]").attr("href")).isEqualTo("../replies/page/2/");
    }

    @Test
    void aFullPageOfAListingStaysAsItIsWhenAReplyIsAdded() {
        Project project = project("-- content/archive.yml --\nper-page: 2\n" + series(7));
        project.built();
        SortedMap<String, String> before = project.files("site/replies/page");
        project.write(series(8)).built();
        SortedMap<String, String> after = project.files("site/replies/page");
        for (String full : List.of("1/index.html", "2/index.html", "3/index.html")) {
            assertThat(after.get(full)).as(full).isEqualTo(before.get(full));
        }
    }

    @Test
    void everyLinkOfTheSiteIsRelativeAndLeadsToAFile() {
        Project project = project(FULL + series(30));
        project.built();
        TreeMap<String, String> wrong = new TreeMap<>();
        SortedMap<String, String> files = project.files("site");
        for (String file : files.keySet()) {
            if (file.endsWith(".html") && !file.equals("404.html")) {
                for (Element link : project.page(file).select("[href], [src]")) {
                    String address = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                    if (!address.startsWith("https://example.org/") && !address.startsWith("#")) {
                        URI target = URI.create("http://x/" + file).resolve(address);
                        String path = target.getPath().substring(1);
                        String found = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
                        if (address.startsWith("/") || !target.getHost().equals("x") || !files.containsKey(found)) {
                            wrong.put(file, address);
                        }
                    }
                }
                assertThat(project.page(file).select("h1")).as(file).hasSize(1);
                assertThat(project.text("site/" + file)).as(file).doesNotContain("{{", "}}");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anArchiveWithoutRepliesBuildsAndSaysSo() {
        Project project = project("-- content/pages/about.md --\n---\ntitle: 关于\n---\n正文\n");
        Project.Outcome outcome = project.build();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("还没有公开的答复");
        assertThat(project.page("").text()).contains("还没有公开的答复");
        assertThat(project.files("site").keySet()).contains("about/index.html", "404.html", "replies/index.html");
        assertThat(project.files("site").keySet()).noneMatch(file -> file.startsWith("years/"));
    }

    @Test
    void aMaskIsShownAndSpokenAsOne() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "手机 130-0000-1234 和 130-0000-5678。"));
        assertThat(project.build().err()).contains("warning[privacy-mobile]").doesNotContain("0000-1234");
        Document page = project.page("replies/a/");
        assertThat(page.select(".mask"))
                .hasSize(2)
                .allMatch(mask -> !mask.attr("aria-label").isEmpty());
        assertThat(page.select(".letter, .prose").text()).contains("130-****-1234 和 130-****-5678");
    }

    private static String numbered(String number, String date, String more) {
        return """
                ---
                title: 第%s号的答复
                kind: proposal
                session: 一次会议
                number: "%s"
                answering-body: 市交通运输局
                date: %s
                %s---
                正文。""".formatted(number, number, date, more);
    }

    private static String series(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i ->
                        "-- content/replies/s/r%02d.md --\n---\ntitle: 事项%d\nanswering-body: 局\ndate: 2023-01-%02d\n---\n正文。\n"
                                .formatted(i, i, Math.min(i, 28)))
                .collect(Collectors.joining());
    }

    private static List<String> items(Project project, String address) {
        return project.page(address).select(".items .item-title").eachText();
    }

    private static List<String> hrefs(Document page) {
        return page.select("main a").eachAttr("href");
    }
}
