package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatTest extends ProjectTest {
    private static final String WORDS = """
            content/replies/a.md:4:7: error[date]: “130-****-1234”不是日期
                date: 130-****-1234
                      ^^^^^^^^^^^^^  写成 2023-07-05
            content/replies/a.md:4:7: warning[privacy-mobile]: 这里有个人信息，已遮盖
                date: 130-****-1234
                      ^^^^^^^^^^^^^  请从文件中删去；已提交过的，历史中仍能看到
            """;

    private Project one() {
        return project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 130-0000-1234
                ---
                """);
    }

    private Map<String, String> github(Project project) {
        return Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", project.path("").toString(),
                "GITHUB_SERVER_URL", "https://forge.example",
                "GITHUB_REPOSITORY", "city/archive",
                "GITHUB_SHA", "0a1b",
                "GITHUB_STEP_SUMMARY", project.path("step.md").toString());
    }

    @Test
    void jsonStandsAloneOnStandardOutputAndTheWordsBesideIt() {
        Project.Outcome checked = one().check("--format", "json");
        assertThat(checked.out()).isEqualTo("""
                {"errors":1,"warnings":1,"findings":[\
                {"path":"content/replies/a.md","line":4,"column":7,"length":13,"severity":"error","rule":"date",\
                "message":"“130-****-1234”不是日期","hint":"写成 2023-07-05"},\
                {"path":"content/replies/a.md","line":4,"column":7,"length":13,"severity":"warning","rule":"privacy-mobile",\
                "message":"这里有个人信息，已遮盖","hint":"请从文件中删去；已提交过的，历史中仍能看到"}]}
                """);
        checked.finds(WORDS + "1 个错误，1 条警告\n");
    }

    @Test
    void aBuildThatWritesJsonWritesNothingElseThere() {
        Project.Outcome built =
                project("-- content/replies/a.md --\n" + reply("", "公开")).build("--format", "json");
        assertThat(built.out()).isEqualTo("{\"errors\":0,\"warnings\":0,\"findings\":[]}\n");
        assertThat(built.err()).startsWith("site：1 件答复");
    }

    @Test
    void gitLabGetsACodeQualityReport() {
        Project.Outcome checked = one().check("--format", "gitlab", "--lang", "en");
        assertThat(checked.out().replaceAll("[0-9a-f]{64}", "#")).isEqualTo("""
                [{"description":"\\"130-****-1234\\" is not a date; write it as 2023-07-05","check_name":"date",\
                "fingerprint":"#","severity":"major","location":{"path":"content/replies/a.md","lines":{"begin":4}}},\
                {"description":"personal data, masked; take it out of the file; if it was committed, the history still shows it",\
                "check_name":"privacy-mobile",\
                "fingerprint":"#","severity":"minor","location":{"path":"content/replies/a.md","lines":{"begin":4}}}]
                """);
    }

    @Test
    void aFingerprintStaysWhenLinesMoveAndIsNeverGivenTwice() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "<br>\n\n<br>"));
        String before = project.check("--format", "gitlab").out();
        project.write("-- content/replies/a.md --\n" + reply("number: 1\n", "公开\n\n<br>\n\n<br>"));
        String after = project.check("--format", "gitlab").out();
        assertThat(after).isNotEqualTo(before);
        assertThat(fingerprints(after))
                .isEqualTo(fingerprints(before))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private static java.util.List<String> fingerprints(String report) {
        return java.util.regex.Pattern.compile("[0-9a-f]{64}")
                .matcher(report)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    @Test
    void gitHubGetsWorkflowCommandsWithoutAsking() {
        Project project = one();
        Project.Outcome checked = project.where(github(project)).check();
        assertThat(checked.out()).isEqualTo("""
                ::error file=content/replies/a.md,line=4,col=7,endColumn=20,title=date::“130-****-1234”不是日期%0A写成 2023-07-05
                ::warning file=content/replies/a.md,line=4,col=7,endColumn=20,title=privacy-mobile::这里有个人信息，已遮盖%0A\
                请从文件中删去；已提交过的，历史中仍能看到
                1 个错误，1 条警告
                """);
        checked.finds(WORDS);
        assertThat(project.check("--format", "text").out()).isEqualTo("1 个错误，1 条警告\n");
    }

    @Test
    void aWorkflowCommandIsEscaped() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "[a](50%25,b:c.md)"));
        assertThat(project.check("--format", "github").out())
                .contains("title=link-broken::没有 content/replies/50%25,b:c.md%0A核对路径");
    }

    @Test
    void contentCannotSpeakToTheLogOfAWorkflow() {
        Project project = project("-- content/replies/a.md --\n"
                + reply("", "::add-mask::a <br>\n\n##[error]b <br>\n\n  ::stop-commands::c <br>"));
        Project.Outcome checked = project.where(github(project)).check();
        assertThat(checked.err())
                .contains("    : :add-mask::a <br>\n", "    ## [error]b <br>\n", "    : :stop-commands::c <br>\n");
    }

    @Test
    void aSummaryIsForReadersOfAMergeRequest() {
        Project project =
                project("""
                -- content/archive.yml --
                title: 档案
                -- content/replies/a.md --
                """ + reply("", "<br>\n") + """
                -- content/replies/b.md --
                """ + reply("follows: replies/gone\n", "[a|b](*x*-000000.md)\n"));
        project.where(github(project)).check();
        String written = """
                ## 检查结果：2 个错误，1 条警告

                公开的答复 2 件，草稿 0 件。有错误，没有生成新的页面。

                ### content/replies/b.md：2 个错误，0 条警告

                | 行 | 问题 | 怎样改 | 规则 |
                | ---: | --- | --- | --- |
                | [5](https://forge.example/city/archive/blob/0a1b/content/replies/b.md?plain=1#L5) | **错误** 没有已公开的答复“replies/gone” | 写它在 content 下的路径，不带 .md，如 replies/2022/cppcc-9-1-031 | reference |
                | [8](https://forge.example/city/archive/blob/0a1b/content/replies/b.md?plain=1#L8) | **错误** 没有 content/replies/\\*x\\*-000000.md | 核对路径；它从这个文件所在的文件夹算起 | link-broken |

                ### content/replies/a.md：0 个错误，1 条警告

                | 行 | 问题 | 怎样改 | 规则 |
                | ---: | --- | --- | --- |
                | [7](https://forge.example/city/archive/blob/0a1b/content/replies/a.md?plain=1#L7) | **警告** HTML 标签不起作用，会照原样显示出来 | 改用 Markdown 写法，或删去 | raw-html |
                """;
        assertThat(project.text("step.md").replace(project.path("content").getParent() + "/", ""))
                .isEqualTo(written);
        project.check();
        assertThat(project.text("step.md").replace(project.path("content").getParent() + "/", ""))
                .isEqualTo(written + written);
    }

    @Test
    void theSummaryOfABuildCountsPages() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        String file = project.path("summary.md").toString();
        project.build("--summary", file, "--lang", "en");
        assertThat(project.text("summary.md")).isEqualTo("""
                ## Check: 0 errors, 0 warnings

                1 published replies, 0 drafts. %d new pages, 0 changed pages, 0 files removed.
                """.formatted(pages(project)));
        project.write("-- content/replies/a.md --\n" + reply("", "公开，更正"));
        project.build("--summary", file);
        assertThat(project.text("summary.md")).isEqualTo("""
                ## 检查结果：0 个错误，0 条警告

                公开的答复 1 件，草稿 0 件。新页面 0 个，改动的页面 3 个，移除的文件 0 个。
                """);
    }

    private static long pages(Project project) {
        return project.files("site").keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .count();
    }

    @Test
    void aSummaryKeepsToItsBoundAndSaysWhatItLeftOut() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "<br>\n\n".repeat(12000)));
        String file = project.path("summary.md").toString();
        project.check("--summary", file, "--all");
        String summary = project.text("summary.md");
        int size = summary.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(size).isBetween(Summary.LIMIT - 1000, Summary.LIMIT);
        long rows = summary.lines().filter(line -> line.contains("raw-html")).count();
        assertThat(summary).endsWith("\n**篇幅所限，还有 " + (12000 - rows) + " 条没有列在这里。** 在自己的电脑上运行 `check --all` 看全部。\n");
    }
}
