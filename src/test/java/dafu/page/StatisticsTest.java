package dafu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class StatisticsTest extends ProjectTest {
    private static final String SETTINGS = """
            -- content/archive.yml --
            bodies: [{id: transport, name: 市交通运输局, aliases: [市交通局]}]
            outcomes:
              - scheme: letters
                name: 三类
                classes:
                  - {code: A, label: 已解决, meaning: 已经解决}
                  - {code: B, label: 列入计划, meaning: 有时间安排, unfinished: true}
                  - {code: C, label: 留作参考}
            official-totals:
              - {year: 2024, figure: kinds, value: 提案, count: 5, source: 某年报告}
              - {year: 2024, figure: kinds, count: 9}
              - {year: 2024, figure: outcomes-letters, value: C, count: 2, source: 某年报告}
              - {year: 2024, figure: bodies, value: 市交通局, count: 2}
              - {year: 2024, figure: bodies, value: 市教育局, count: 0}
              - {year: 2020, figure: kinds, value: 提案, count: 7}
            """;

    private static final List<String> REPLIES = List.of(
            "kind: proposal\nnumber: ['1', '2']\noutcome: A\nassigned: 2023-12-02\nsatisfaction: {handling: 满意, result: 基本满意}",
            "kind: proposal\nnumber: '3'\noutcome: B\nassigned: 2023-11-01\nsatisfaction: {handling: 满意}\ntopics: [公交, 道路]",
            "kind: suggestion\noutcome: 甲\ntopics: [公交]\nextent: summary",
            "kind: proposal\nrole: supporting-opinion\noutcome: C",
            "status: withdrawn\nreason: 重复\noutcome: C",
            "kind: suggestion\noutcome: B",
            "supersedes: replies/r6\noutcome: B\nsupporting-bodies: [市交通局, 市教育局]");

    private Project archive() {
        StringBuilder files = new StringBuilder(SETTINGS);
        for (int i = 0; i < REPLIES.size(); i++) {
            files.append("-- content/replies/r%d.md --\n%s".formatted(i + 1, reply(REPLIES.get(i) + "\n", "正文")));
        }
        files.append("-- content/replies/old.md --\n").append(reply("", "正文").replace("2024-03-02", "2021-03-02"));
        files.append("-- content/replies/draft.md --\n").append(reply("status: draft\noutcome: A\n", "正文"));
        Project project = project(files.toString());
        assertThat(project.build().status()).isZero();
        return project;
    }

    @Test
    void everyNumberStandsInTheTableOfItsYearWithItsDenominator() {
        Project project = archive();
        assertThat(project.text("site/statistics/2024/outcomes-letters.csv").replace("\r\n", "\n"))
                .isEqualTo("\uFEFF" + """
                year,figure,series,id,name,count,stated,replies,official,difference
                2024,outcomes-letters,replies,letters-a,A 已解决,1,3,4,,
                2024,outcomes-letters,replies,letters-b,B 列入计划,2,3,4,,
                2024,outcomes-letters,replies,letters-c,C 留作参考,0,3,4,2,-2
                2024,outcomes-letters,replies,,合计,3,3,4,,
                """);
        assertThat(counts(project, "2024/letters"))
                .containsExactly("答复 4/7", "已被重新答复取代 1/7", "会办意见 1/7", "已撤回 1/7", "合计 7/7");
        assertThat(counts(project, "2024/kinds"))
                .containsExactly("政协提案 3/3", "政协提案 2/3", "人大建议 1/3", "人大建议 1/3", "合计 4/3", "合计 3/3");
        assertThat(counts(project, "2024/bodies")).containsExactly("市交通运输局 4/4", "市交通运输局 1/1", "市教育局 0/4", "市教育局 1/1");
        assertThat(counts(project, "2024/outcomes")).containsExactly("甲 1/1", "合计 1/1");
        assertThat(counts(project, "2024/extent")).containsExactly("全文 3/4", "节选 0/4", "摘要 1/4", "不公开 0/4", "合计 4/4");
        assertThat(counts(project, "2024/days"))
                .startsWith("0至1个月 0/2", "1至2个月 0/2", "2至3个月 1/2", "3至4个月 0/2", "4至5个月 1/2");
        assertThat(counts(project, "2024/satisfaction-handling")).containsExactly("满意 2/2", "合计 2/2");
        assertThat(counts(project, "2024/satisfaction-result")).containsExactly("基本满意 1/1", "合计 1/1");
        assertThat(counts(project, "2024/topics")).containsExactly("公交 2/2", "道路 1/2");
        assertThat(counts(project, "years")).containsExactly("2024 4/5", "2021 1/5", "合计 5/5");
        assertThat(project.text("site/data/statistics.csv"))
                .contains("\r\n2021,years".replace("2021,years", ",years,replies,2021,"));
    }

    /** Name, count and how many state it, line by line. */
    private static List<String> counts(Project project, String figure) {
        return project.text("site/statistics/" + figure + ".csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[4] + " " + cells[5] + "/" + cells[6])
                .toList();
    }

    @Test
    void officialNumbersStandBesideThoseOfTheArchiveWithTheDifference() {
        Project project = archive();
        Element kinds =
                project.page("statistics/2024/").select("[data-figure=kinds]").first();
        assertThat(kinds.select("thead th").eachText()).containsExactly("类别", "件", "份", "官方公布", "差额（收录－公布）");
        assertThat(kinds.select("tr:has(td)").eachText()).containsExactly("政协提案 3 2 5 −2", "人大建议 1 1", "合计 4 3 9 −5");
        assertThat(kinds.text()).contains("官方数字的出处：某年报告");
        assertThat(project.page("statistics/2024/")
                        .select("[data-figure=bodies] tr:has(td)")
                        .eachText())
                .containsExactly("市交通运输局 4 1 2 +2", "市教育局 0 1 0 0");
        assertThat(project.page("statistics/2020/").select("tr:has(td)").eachText())
                .as("a year of which the archive has nothing")
                .containsExactly("政协提案 0 0 7 −7", "合计 0 0");
    }

    @Test
    void everyNumberOfATableHasABarAsLongAsItsShareOfTheLargest() {
        Project project = archive();
        for (String address : List.of("statistics/", "statistics/2024/", "statistics/2021/")) {
            Document page = project.page(address);
            assertThat(page.select("main [style], main script")).isEmpty();
            assertThat(page.select("[data-figure]")).isNotEmpty();
            for (Element figure : page.select("[data-figure]")) {
                Element table = figure.select("table").first();
                assertThat(table.attr("aria-labelledby"))
                        .isEqualTo(figure.select("h2").attr("id"));
                assertThat(figure.select("> p").first().text()).containsPattern("\\d+份答复");
                assertThat(project.files("site/" + address))
                        .containsKey(figure.select("a[href$=csv]").attr("href"));
                int series = figure.hasClass("several") ? 2 : 1;
                int most = figure.select("tbody tr").stream()
                        .flatMap(row -> numbers(row, series).stream())
                        .max(Integer::compare)
                        .orElseThrow();
                for (Element row : figure.select("tbody tr")) {
                    assertThat(row.select("th > svg[aria-hidden=true]:not(:has(text)) > rect")
                                    .eachAttr("width"))
                            .isEqualTo(numbers(row, series).stream()
                                    .map(number -> "%.1f%%".formatted(number * 100.0 / most))
                                    .toList());
                }
            }
        }
    }

    private static List<Integer> numbers(Element row, int series) {
        return row.select("td").stream()
                .limit(series)
                .map(cell -> Integer.valueOf(cell.text()))
                .toList();
    }

    @Test
    void aLongTableEndsWithTheSumOfTheRestAndItsFileHasAll() {
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            files.append("-- content/replies/r%d.md --\n%s"
                    .formatted(i, reply("topics: [主题%02d, 主题%02d]\n".formatted(i, i / 2), "正文")));
        }
        Project project = project(files.toString()).built();
        Element topics =
                project.page("statistics/").select("[data-figure=topics]").first();
        assertThat(topics.select("tbody tr")).hasSize(9);
        assertThat(topics.select("tbody tr").last().text()).isEqualTo("其余22项 35");
        assertThat(topics.select("tbody tr").last().select("a").attr("href")).isEqualTo("../topics/");
        assertThat(topics.select("tbody tr").last().select("svg")).isEmpty();
        assertThat(project.text("site/statistics/topics.csv").lines()).hasSize(31);
        int shown = topics.select("tbody td:nth-child(2)").eachText().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(shown).isEqualTo(59);
    }

    @Test
    void whatIsUnfinishedAndHasNoLaterReplyIsListed() {
        Project project = archive();
        Document page = project.page("statistics/unfinished/");
        assertThat(page.select(".item a").eachAttr("href")).containsExactly("../../replies/r7/", "../../replies/r2/");
        assertThat(project.page("statistics/2024/")
                        .select("main a[href$=unfinished/]")
                        .text())
                .isEqualTo("未办结、没有后续答复的：这一年2份，各年共2份");
        assertThat(project.page("statistics/2021/").select("main a[href$=unfinished/]"))
                .isEmpty();
        Project none = project("-- content/replies/a.md --\n" + reply("outcome: B\n", "正文"))
                .built();
        assertThat(none.files("site/statistics/unfinished")).isEmpty();
    }

    @Test
    void aFigureThatDoesNotExistIsAnErrorThatNamesThoseThatDo() {
        Project project = archive();
        project.write(SETTINGS.replace("figure: bodies", "figure: bodys"));
        String error = project.check().err();
        assertThat(error).contains("error[setting]: official-totals 不能是“bodys”");
        TreeSet<String> figures = new TreeSet<>();
        for (String address : List.of("statistics/", "statistics/2024/")) {
            figures.addAll(project.page(address).select("[data-figure]").eachAttr("data-figure"));
        }
        figures.add("sessions");
        assertThat(new TreeSet<>(List.of(
                        error.replaceFirst("(?s).*可用的：([a-z, -]*).*", "$1").split(", "))))
                .isEqualTo(figures);
    }

    @Test
    void anArchiveWithoutRepliesHasNone() {
        Project project = project("-- content/archive.yml --\ntitle: 空\n");
        project.build();
        assertThat(project.files("site/statistics")).isEmpty();
        assertThat(project.page("").select("a[href=./statistics/]")).isEmpty();
    }
}
