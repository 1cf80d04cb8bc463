package dafu.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ChangesPageTest extends ProjectTest {
    private static final String REPLIES = """
            -- content/archive.yml --
            per-page: 2
            -- content/replies/a.md --
            %s
            -- content/replies/b.md --
            %s
            -- content/replies/c.md --
            %s
            """.formatted(
                    reply("corrections: [{date: 2024-04-01, note: 更正里程}, {date: 2024-09-01, note: 更正表二}]\n", "公开"),
                    reply("status: withdrawn\nreason: 数字待核\ncorrections: [{date: 2024-05-01, note: 撤回本件}]\n", "公开"),
                    reply("supersedes: replies/b\n", "重新答复").replace("2024-03-02", "2024-06-01"));

    @Test
    void correctionsAndWithdrawalsAreListedNewestFirstOnPagesThatStay() {
        Project project = project(REPLIES).built();
        assertThat(project.page("corrections/").select("main .item").eachText())
                .containsExactly("关于夜间公交的答复 更正 2024年9月1日 市交通运输局 更正表二");
        assertThat(project.page("corrections/page/1/").select("main .item").eachText())
                .containsExactly("关于夜间公交的答复 撤回 2024年5月1日 市交通运输局 撤回本件 原因：数字待核", "关于夜间公交的答复 更正 2024年4月1日 市交通运输局 更正里程");
        assertThat(project.page("corrections/").select(".pager a").eachAttr("href"))
                .containsExactly("../corrections/page/1/");
        assertThat(project.page("corrections/").select("main .item-title").attr("href"))
                .isEqualTo("../replies/a/#correction-2");
        assertThat(project.page("replies/a/").select("#correction-2").text()).contains("更正表二");
        assertThat(project.page("").select("footer a[href=./corrections/]").eachText())
                .containsExactly("更正和撤回");
    }

    @Test
    void aWithdrawnPageStaysAndSaysWhyAndWhen() {
        Project project = project(REPLIES).built();
        Document page = project.page("replies/b/");
        assertThat(page.select(".notice-withdrawn").text()).isEqualTo("这件答复已于2024年5月1日撤回。 原因：数字待核");
        assertThat(page.select(".notice-superseded a").attr("href")).isEqualTo("../../replies/c/");
        assertThat(page.select(".notice-corrected")).isEmpty();
        assertThat(project.page("replies/").select(".mark").eachText()).containsExactly();
        assertThat(project.page("replies/page/1/")
                        .select("li:contains(已撤回) .mark")
                        .eachText())
                .containsExactly("已撤回", "已重新答复");
        assertThat(project.text("site/data/replies.jsonl")).contains("\"status\":\"withdrawn\",\"reason\":\"数字待核\"");
    }

    @Test
    void aWithdrawalSaysWhyAndSinceWhen() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(
                                reply("status: withdrawn\ncorrections: [{date: 2024-04-01, note: 更正里程}]\n", "公开"),
                                reply("extent: withheld\n", "")))
                .finds("""
                content/replies/a.md:5:9: warning[withdrawn-reason]: 没有写原因
                    status: withdrawn
                            ^^^^^^^^^  加一行 reason: …，页面上会显示
                content/replies/a.md:5:9: warning[withdrawn-undated]: 看不出是哪天撤回的
                    status: withdrawn
                            ^^^^^^^^^  在 corrections 里加一条 - {date: 撤回的日期, note: 撤回}
                content/replies/b.md:5:9: warning[withdrawn-reason]: 没有写原因
                    extent: withheld
                            ^^^^^^^^  加一行 reason: …，页面上会显示
                """);
    }

    @Test
    void aWithdrawalWithoutADayIsListedWithoutOne() {
        Project project = project("-- content/replies/a.md --\n" + reply("status: withdrawn\nreason: 数字待核\n", "公开"));
        project.build();
        assertThat(project.page("corrections/").select("main .item").eachText())
                .containsExactly("关于夜间公交的答复 撤回 市交通运输局 原因：数字待核");
        assertThat(project.page("replies/a/").select(".notice-withdrawn").text())
                .isEqualTo("这件答复已撤回。 原因：数字待核");
    }

    @Test
    void whereNothingWasCorrectedThereIsNoSuchPage() {
        Project project =
                project("-- content/replies/a.md --\n" + reply("", "公开")).built();
        assertThat(project.path("site/corrections")).doesNotExist();
        assertThat(project.page("").select("a[href*=corrections]")).isEmpty();
    }

    @Test
    void aDraftShowsNowhere() {
        Project project = project("""
                -- content/replies/a.md --
                %s
                -- content/replies/secret.md --
                %s
                """.formatted(
                        reply("", "公开"),
                        reply(
                                "status: draft\ntopics: 密题\naliases: /old/secret/\n"
                                        + "corrections: [{date: 2030-04-01, note: 密改}]\n",
                                "密文")));
        project.build();
        assertThat(project.files("site").keySet()).noneMatch(file -> file.contains("secret"));
        String all = project.files("site").toString();
        for (String word : new String[] {"secret", "密题", "密改", "密文"}) {
            assertThat(all).doesNotContain(new String(word.getBytes(UTF_8), ISO_8859_1));
        }
    }
}
