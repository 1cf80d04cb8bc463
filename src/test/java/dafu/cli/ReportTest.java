package dafu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest extends ProjectTest {
    @Test
    void ofWarningsTwentyARuleAreShownAndTheirCount() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "<br>\n\n".repeat(23)));
        project.finds(warnings(20) + "另有 3 条 warning[raw-html]，用 --all 看全部\n");
        project.finds(warnings(23), "--all");
        project.build("--quiet").finds("");
    }

    @Test
    void allErrorsAreShown() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "[a](gone.md)\n".repeat(30)));
        assertThat(project.check().err().lines().filter(line -> line.contains(": error[link-broken]: ")))
                .hasSize(30);
    }

    @Test
    void checkCountsWhatItFinds() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "<br>\n\n[a](gone.md)"));
        assertThat(project.check().out()).isEqualTo("1 个错误，1 条警告\n");
        assertThat(project.check("--lang", "en").out()).isEqualTo("1 errors, 1 warnings\n");
        assertThat(project.path("site")).doesNotExist();
    }

    @Test
    void aLineThatHoldsPersonalDataIsEchoedMasked() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交 130-0000-1234
                answering-body: 市交通运输局
                date: 130-0000-1234
                电话13000001234: x
                ---
                """).finds("""
                content/replies/a.md:2:13: warning[privacy-mobile]: 这里有个人信息，已遮盖
                    title: 夜间公交 130-****-1234
                                    ^^^^^^^^^^^^^  请从文件中删去；已提交过的，历史中仍能看到
                content/replies/a.md:4:7: error[date]: “130-****-1234”不是日期
                    date: 130-****-1234
                          ^^^^^^^^^^^^^  写成 2023-07-05
                content/replies/a.md:4:7: warning[privacy-mobile]: 这里有个人信息，已遮盖
                    date: 130-****-1234
                          ^^^^^^^^^^^^^  请从文件中删去；已提交过的，历史中仍能看到
                content/replies/a.md:5:1: error[unknown-key]: 没有“电话130****1234”这个键
                    电话130****1234: x
                    ^^^^^^^^^^^^^^^  删去这一行，或换成有的键；全部的键在 .schema 里，new 会写出它
                content/replies/a.md:5:3: warning[privacy-mobile]: 这里有个人信息，已遮盖
                    电话130****1234: x
                        ^^^^^^^^^^^  请从文件中删去；已提交过的，历史中仍能看到
                """);
    }

    @Test
    void aBaseAddressThatIsNoneIsReported() {
        Project project =
                project("-- content/archive.yml --\nbase-url: \"http://exa mple/\"\n-- content/replies/a.md --\n"
                        + reply("", "公开"));
        assertThat(project.build().status()).isEqualTo(Main.FOUND);
    }

    @Test
    void wrongUsageIsSaidAndHasItsOwnStatus() {
        Project project = project("-- content/replies/a.md --\n" + reply("", "公开"));
        assertThat(project.build("--nonsense").status()).isEqualTo(Main.FAILED);
        assertThat(project.build("--threads", "0").status()).isEqualTo(Main.FAILED);
        assertThat(project.build("--lang", "fr").status()).isEqualTo(Main.FAILED);
        assertThat(project.path("site")).doesNotExist();
    }

    private static String warnings(int count) {
        return IntStream.range(0, count).mapToObj(i -> """
                        content/replies/a.md:%d:1: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                            <br>
                            ^^^^  改用 Markdown 写法，或删去
                        """.formatted(7 + 2 * i)).collect(Collectors.joining());
    }
}
