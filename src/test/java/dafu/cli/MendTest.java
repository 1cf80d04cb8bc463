package dafu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dafu.Project;
import dafu.ProjectTest;
import dafu.text.Message.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** {@code check --fix}: what it changes, what it leaves, and that it shows and asks first. */
class MendTest extends ProjectTest {
    private static final String SETTINGS = """
            -- content/archive.yml --
            words: [{wrong: 帐号, right: 账号}]
            -- content/replies/a.md --
            """;
    private static final String BEFORE = """
            ---
            title: 关于夜间公交的答复
            answering-body: 市交通运输局
            date: 2024-03-02
            document-number: 示交字[2024]5号
            ---

            收悉,现答复如下: 开通帐号（见[说明](https://example.org/a,b)），`收悉,现`。

            一。

            二。

            三。

            四。

            五。

            二O二四年共1,234人(含上年),电话13000000000,另有a,b。
            """;
    private static final String AFTER = BEFORE.replace("[2024]", "〔2024〕")
            .replace("收悉,现答复如下: 开通帐号", "收悉，现答复如下：开通账号")
            .replace("二O二四", "二〇二四")
            .replace("(含上年),电话", "（含上年），电话");

    @Test
    void whatIsCertainIsShownAndMendedAndTheRestOfTheFileStays() {
        Project project = project(SETTINGS + BEFORE);
        Project.Outcome outcome = project.check("--fix");
        assertThat(project.text("content/replies/a.md")).isEqualTo(AFTER);
        assertThat(outcome.out()).startsWith("""
                --- content/replies/a.md
                +++ content/replies/a.md
                @@ -2,10 +2,10 @@
                 title: 关于夜间公交的答复
                 answering-body: 市交通运输局
                 date: 2024-03-02
                -document-number: 示交字[2024]5号
                +document-number: 示交字〔2024〕5号
                 ---
                \s
                -收悉,现答复如下: 开通帐号（见[说明](https://example.org/a,b)），`收悉,现`。
                +收悉，现答复如下：开通账号（见[说明](https://example.org/a,b)），`收悉,现`。
                \s
                 一。
                \s
                @@ -17,5 +17,5 @@
                \s
                 五。
                \s
                -二O二四年共1,234人(含上年),电话130****0000,另有a,b。
                +二〇二四年共1,234人（含上年），电话130****0000,另有a,b。
                \s
                改了 1 个文件
                """);
        assertThat(outcome.err()).contains("warning[privacy-mobile]").doesNotContain("half-width", "words");
        project.check("--fix");
        assertThat(project.text("content/replies/a.md")).isEqualTo(AFTER);
    }

    @Test
    void lineEndsAndAByteOrderMarkStay() {
        for (String end : new String[] {"\r\n", "\r"}) {
            Project project = project(SETTINGS + BEFORE);
            project.write("content/replies/a.md", ("\uFEFF" + BEFORE.replace("\n", end)).getBytes(UTF_8));
            project.check("--fix");
            assertThat(project.text("content/replies/a.md")).isEqualTo("\uFEFF" + AFTER.replace("\n", end));
        }
    }

    @Test
    void onATerminalItAsksFirst() {
        Project project = project(SETTINGS + BEFORE);
        assertThat(atTerminal(project, "n\n"))
                .contains("\u001B[32m+document-number: 示交字〔2024〕5号\u001B[0m", "写入这些改动？[y/N] ");
        assertThat(project.text("content/replies/a.md")).isEqualTo(BEFORE);
        atTerminal(project, "");
        assertThat(project.text("content/replies/a.md")).isEqualTo(BEFORE);
        atTerminal(project, "y\n");
        assertThat(project.text("content/replies/a.md")).isEqualTo(AFTER);
    }

    private static String atTerminal(Project project, String answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, UTF_8);
        Console console =
                new Console(printed, printed, Language.ZH).answering(new BufferedReader(new StringReader(answer)));
        Main.run(
                console,
                "check",
                "--fix",
                "--content",
                project.path("content").toString(),
                "--layouts",
                project.path("layouts").toString());
        return out.toString(UTF_8);
    }
}
