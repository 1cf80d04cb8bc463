package dafu.report;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class SeriesReportTest extends ProjectTest {
    private Project session(String settings) {
        return project("-- content/archive.yml --\n" + settings + """
                -- content/replies/007.md --
                ---
                title: 关于夜间公交的答复
                kind: proposal
                session: 市政协九届二次会议
                number: "007"
                answering-body: 市交通运输局
                assigned: 2023-03-20
                date: 2023-06-20
                outcome: A
                source: {url: "https://example.org/7"}
                ---
                -- content/replies/007-again.md --
                ---
                title: 关于夜间公交的答复
                kind: proposal
                session: 市政协九届二次会议
                number: "007"
                answering-body: 市交通运输局
                date: 2023-06-25
                outcome: B
                source: {archived: "https://example.org/7"}
                ---
                -- content/replies/007-opinion.md --
                ---
                title: 关于夜间公交的会办意见
                kind: proposal
                role: supporting-opinion
                session: 市政协九届二次会议
                number: "007"
                answering-body: 市财政局
                date: 2023-06-01
                source: {url: "https://example.org/7"}
                ---
                -- content/replies/012.md --
                ---
                title: 关于校园餐的答复
                kind: proposal
                session: 市政协九届二次会议
                number: ["012", "009"]
                answering-body: 市教育局
                assigned: 2023-03-20
                date: 2023-06-21
                ---
                -- content/replies/012-again.md --
                ---
                title: 关于校园餐的第二次答复
                kind: proposal
                session: 市政协九届二次会议
                number: "012"
                supersedes: replies/012
                answering-body: 市教育局
                date: 2023-07-21
                outcome: A
                source: {url: "https://example.org/12"}
                ---
                -- content/replies/1.md --
                ---
                title: 关于路灯的答复
                session: 市九届人大二次会议
                kind: suggestion
                number: =DH1
                answering-body: 市城市管理局
                date: 2023-06-21
                outcome: A
                source: {url: "https://example.org/1"}
                ---
                """);
    }

    @Test
    void eachSessionsSeriesIsShownWithWhatItLacks() {
        Project.Outcome checked = session("title: 档案\n").check("--report", "series");
        checked.finds("""
                content/replies/007-again.md:5:9: warning[series-duplicate]: 同一会议同一编号已有一件：content/replies/007.md:5:9
                    number: "007"
                            ^^^^^  核对编号；重新答复的写 supersedes: replies/007，接着答复的写 follows: replies/007
                """);
        assertThat(checked.out()).isEqualTo("""
                届次                类型      件数  缺号  重号  未写结果  逾期  未写交办日期  未写来源
                市政协九届二次会议  政协提案  5     3     2     1         1     2             1
                市九届人大二次会议  人大建议  1     0     0     0         0     1             0

                届次                类型      项目                  编号      说明                                                         文件
                市政协九届二次会议  政协提案  缺号（本档案未收录）  008       本档案未收录，共 1 个编号
                市政协九届二次会议  政协提案  缺号（本档案未收录）  010–011   本档案未收录，共 2 个编号
                市政协九届二次会议  政协提案  重号                  007       与 replies/007-again 编号、单位相同                          content/replies/007.md
                市政协九届二次会议  政协提案  重号                  007       与 replies/007 编号、单位相同                                content/replies/007-again.md
                市政协九届二次会议  政协提案  未写办理结果          012、009  写上 outcome（办理结果）                                     content/replies/012.md
                市政协九届二次会议  政协提案  逾期                  012、009  2023-03-20 交办，2023-06-21 答复，用了 93 天，超过期限 1 天  content/replies/012.md
                市政协九届二次会议  政协提案  未写来源              012、009  写上 source（来源）的 url                                    content/replies/012.md

                0 个错误，1 条警告
                """);
    }

    @Test
    void theLimitIsTheArchivesOwn() {
        assertThat(session("reply-months: 4\n").check("--report", "series").out())
                .doesNotContain("超过期限");
        assertThat(session("reply-months: 2\n").check("--report", "series").out())
                .contains("2023-03-20 交办，2023-06-20 答复，用了 92 天，超过期限 31 天", "用了 93 天，超过期限 32 天");
    }

    @Test
    void aSpreadsheetOpensItAsTextAndRunsNothing() {
        Project project = project("-- content/replies/a.md --\n"
                + reply("session: \"=1+1\"\nkind: proposal\nnumber: \"@1\"\noutcome: A\n", "公开"));
        Project.Outcome checked = project.check("--report", "series", "--format", "csv");
        assertThat(checked.out())
                .isEqualTo("\uFEFF届次,类型,项目,编号,说明,文件\r\n"
                        + "'=1+1,政协提案,未写来源,'@1,写上 source（来源）的 url,content/replies/a.md\r\n");
        assertThat(checked.err()).isEqualTo("0 个错误，0 条警告\n");
    }

    @Test
    void programsReadItAsJson() {
        Project project = project("-- content/replies/a.md --\n" + reply("outcome: A\n", "公开"));
        assertThat(project.check("--report", "series", "--format", "json", "--lang", "en")
                        .out())
                .isEqualTo("""
                [{"session":"(none)","kind":"(none)","item":"no source","number":"","note":"give source.url, where the original stands","file":"content/replies/a.md"}]
                """);
    }

    @Test
    void noNumberIsEverCalledUnanswered() {
        assertThat(session("title: 档案\n").check("--report", "series").out()).doesNotContain("未答复", "没有答复", "未办理");
        assertThat(session("title: 档案\n")
                        .check("--report", "series", "--lang", "en")
                        .out())
                .contains("gap (not in this archive)")
                .doesNotContain("unanswered", "not answered");
    }

    @Test
    void aReportAloneIsWrittenAsCsvAndAnythingElseIsRefusedBeforeAnythingIsDone() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开") + "\n办理情况(见附件)。\n");
        String text = project.text("content/replies/a.md");
        assertThat(project.check("--fix", "--format", "csv").status()).isEqualTo(2);
        assertThat(project.text("content/replies/a.md")).isEqualTo(text);
        assertThat(project.check("--format", "csv").status()).isEqualTo(2);
        assertThat(project.check("--report", "weather").status()).isEqualTo(2);
    }
}
